import { Component } from 'preact';

/** A part of the page that is drawn again only when one of its properties is another one. */
export abstract class PureComponent<P extends object> extends Component<P> {
  override shouldComponentUpdate(next: P): boolean {
    const names = new Set([...Object.keys(next), ...Object.keys(this.props)]) as Set<keyof P>;
    return [...names].some((name) => next[name] !== (this.props as P)[name]);
  }
}
