import { type ComponentType, createElement } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/http';
import { noteLine, returns } from '../api/line';
import { ProblemText } from '../parts/ProblemText';

const reloaded = 'view.reloaded';

/** A view whose code is read when it is first opened, so that the first page stays small. */
export function lazyView<P extends object>(read: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  return function LazyView(props: P) {
    const [view, setView] = useState<{ View: ComponentType<P> } | undefined>(known && { View: known });
    const [problem, setProblem] = useState<unknown>();
    const unreached = () => {
      noteLine(0);
      setProblem(new ApiError({ status: 0, title: 'network' }));
    };
    useEffect(() => {
      if (view !== undefined) return;
      read().then((View) => {
        known = View;
        sessionStorage.removeItem(reloaded);
        setView({ View });
      }, unreached);
    }, []);
    useEffect(() => {
      // What of a view did not come is not asked for twice, unless the page is loaded anew.
      if (problem === undefined || sessionStorage.getItem(reloaded) === location.pathname) return;
      // Once: what is not there after that is not to be had.
      sessionStorage.setItem(reloaded, location.pathname);
      location.reload();
    }, [returns.value]);
    return view === undefined ? <ProblemText problem={problem} /> : createElement(view.View, props);
  };
}
