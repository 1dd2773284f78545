import { type ComponentType, createElement } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ProblemText } from '../parts/ProblemText';

/** A view whose code is read when it is first opened, so that the first page stays small. */
export function lazyView<P extends object>(read: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  return function LazyView(props: P) {
    const [view, setView] = useState<{ View: ComponentType<P> } | undefined>(known && { View: known });
    const [problem, setProblem] = useState<unknown>();
    useEffect(() => {
      if (view !== undefined) return;
      read().then((View) => {
        known = View;
        setView({ View });
      }, setProblem);
    }, []);
    return view === undefined ? <ProblemText problem={problem} /> : createElement(view.View, props);
  };
}
