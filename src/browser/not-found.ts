import { buildElement } from './build-element.ts';
import { addressOf, pathOf } from './site-root.ts';
import { suggestAddresses } from './suggest-addresses.ts';

/** On the 404 page: reads the address that was asked for and offers the page that it seems to mean, if there is one. */
export class NotFound extends HTMLElement {
  connectedCallback(): void {
    void this.suggest();
  }

  private async suggest(): Promise<void> {
    for (const path of suggestAddresses(pathOf(new URL(location.href)))) {
      const address = addressOf(path);
      const answer = await fetch(address).catch(() => null);
      if (answer?.ok !== true) continue;
      this.replaceChildren(
        buildElement(
          'p',
          { role: 'status' },
          'Did you mean ',
          buildElement('a', { href: address }, path),
          '?',
        ),
      );
      return;
    }
  }
}
