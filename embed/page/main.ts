import { followView } from './follow-view.ts';
import { listenToSearch } from './search.ts';
import { tellHeight } from './tell-height.ts';

followView(document);
listenToSearch(document);
tellHeight(document);
