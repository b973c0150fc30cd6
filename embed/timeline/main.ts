import { DatelineTimeline } from './element.ts';
import { followView } from './page.ts';

if (!customElements.get('dateline-timeline')) customElements.define('dateline-timeline', DatelineTimeline);
followView(document);
