import { markPage } from './mark-page.ts';
import { SearchParagraphs } from './search-paragraphs.ts';
import { listenForShortcuts } from './shortcuts.ts';

// The one script of every page: hosted, installed and opened from a file. Where a feature has no place on the page
// or none in the browser, nothing happens and the page stays as it is.
customElements.define('search-paragraphs', SearchParagraphs);
listenForShortcuts();
markPage();
