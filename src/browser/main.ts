import { improveCitationPreviews } from './citation-preview.ts';
import { CopyButton } from './copy-button.ts';
import { markPage } from './mark-page.ts';
import { NotFound } from './not-found.ts';
import { offerUpdate } from './offer-update.ts';
import { OfflineEdition } from './offline-edition.ts';
import { ParagraphSelection } from './paragraph-selection.ts';
import { SearchParagraphs } from './search-paragraphs.ts';
import { listenForShortcuts } from './shortcuts.ts';

// The one script of every page: hosted, installed and opened from a file. Where a feature has no place on the page
// or none in the browser, nothing happens and the page stays as it is.
customElements.define('copy-button', CopyButton);
customElements.define('offline-edition', OfflineEdition);
customElements.define('search-paragraphs', SearchParagraphs);
customElements.define('paragraph-selection', ParagraphSelection);
customElements.define('not-found', NotFound);
improveCitationPreviews();
listenForShortcuts();
markPage();
void offerUpdate();
