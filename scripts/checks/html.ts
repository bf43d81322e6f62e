import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { pageKinds } from './page-kinds.ts';
import type { BuiltSite, SiteCheck } from './site-check.ts';

const config: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Our own addresses end in ids such as `op-23`; anything that HTML allows is fine.
    'valid-id': ['error', { relaxed: true }],
    // Astro writes compact markup; what it leaves out is optional in HTML.
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // The check named links follows every address; the check named csp refuses inline code.
    'require-sri': 'off',
  },
};

/** One configuration for all pages, put together once: the library does it anew for each, a quarter of its time. */
function oneConfiguration(): StaticConfigLoader {
  const loader = new StaticConfigLoader(config);
  const resolved = loader.getConfigFor('index.html');
  loader.getConfigFor = () => resolved;
  return loader;
}

/** Validating a page costs twenty times its parsing, and pages of one kind come from one template. */
const ALL_UP_TO = 300;
const PER_KIND = 6;

/** The pages are valid HTML by html-validate: no error, on every page, or on some of each kind in a large edition. */
export const html: SiteCheck = {
  name: 'html',
  run(site, report) {
    const validator = new HtmlValidate(oneConfiguration());
    const chosen = chosenPages(site);
    let validated = 0;
    return {
      page({ file, html: markup, isRedirect }) {
        if (!chosen.has(file) || isRedirect) return;
        validated += 1;
        const { results } = validator.validateStringSync(markup, file);
        for (const { messages } of results)
          for (const { message, ruleId, line } of messages)
            report(file, `${message} (html-validate: ${ruleId})`, line);
      },
      finish() {
        const pages = pagesOf(site).length;
        return validated < pages && chosen.size < pages
          ? `${validated} of ${pages} pages validated, ${PER_KIND} of each kind`
          : `${validated} pages validated`;
      },
    };
  },
};

function pagesOf(site: BuiltSite): readonly string[] {
  return [...site.files].filter((file) => file.endsWith('.html'));
}

/** All pages of a small site; of a large one an even spread of each kind, so that no template goes unread. */
function chosenPages(site: BuiltSite): ReadonlySet<string> {
  const pages = pagesOf(site);
  if (pages.length <= ALL_UP_TO) return new Set(pages);
  const kinds = pageKinds(
    pages,
    site.corpus.resolutions.map(({ id }) => id),
  );
  const chosen = new Set<string>();
  for (const files of kinds.values()) {
    const step = Math.max(1, files.length / PER_KIND);
    for (let at = 0; at < files.length; at += step) chosen.add(files[Math.floor(at)] ?? '');
  }
  return chosen;
}
