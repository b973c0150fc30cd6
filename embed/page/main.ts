import { followView } from './follow-view.ts';
import { tellHeight } from './tell-height.ts';

followView(document);
tellHeight(document);
