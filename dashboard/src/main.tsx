import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-700.css';
import '@fontsource/be-vietnam-pro/latin-700.css';
import './styles/base.css';
import './styles/print.css';
import { render } from 'preact';
import { App } from './app/App';
import { keepScroll } from './app/scroll';
import { followSettings } from './settings/root';

followSettings(document.documentElement);
keepScroll();
render(<App />, document.getElementById('page') as HTMLElement);
