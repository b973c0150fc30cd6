import { DatelineTimeline } from './element.ts';

if (!customElements.get('dateline-timeline')) customElements.define('dateline-timeline', DatelineTimeline);
