import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import jsQR from 'jsqr';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { citedParagraph } from '../../src/exports/plain-text.ts';
import { registry } from '../../src/exports/registry.ts';
import {
  bytes,
  corpus,
  host,
  paragraph,
  resolution,
  topic,
  schemaFolder,
  text,
} from './edition.ts';

// Each format is read by a program that we did not write.

const address = 'https://example.org/un/chr-2004-45/op-23/';

describe('reference managers', () => {
  it('BibTeX is a report of the organ, with number, date and address', async () => {
    const [entry] = new Cite(await text('paragraph', '.bib')).data;
    expect(entry).toMatchObject({ type: 'report', number: 'E/CN.4/RES/2004/45', URL: address });
    expect(JSON.stringify(entry?.author)).toContain('UN Commission on Human Rights');
    expect(entry?.issued['date-parts'][0]?.slice(0, 2)).toEqual([2004, 4]);
  });

  it('BibTeX keys differ from paragraph to paragraph', async () => {
    expect(await text('paragraph', '.bib', 'op-1')).toContain('@techreport{un-chr-2004-45-op-1,');
    expect(await text('paragraph', '.bib', 'pp-1')).toContain('@techreport{un-chr-2004-45-pp-1,');
  });

  it('RIS is a report, not a court case, and its author is one organ', async () => {
    const ris = await text('paragraph', '.ris');
    const [entry] = new Cite(ris).data;
    expect(entry).toMatchObject({ type: 'report', URL: address });
    expect(ris).toContain('AU  - UN Commission on Human Rights,\r\n');
    expect(entry?.title).toContain('para. 23');
  });

  it('CSL JSON is legislation with number and section', async () => {
    const [entry] = new Cite(await text('paragraph', '.csl.json', 'pp-3')).data;
    expect(entry).toMatchObject({
      type: 'legislation',
      number: 'E/CN.4/RES/2004/45',
      section: 'third preambular paragraph',
    });
    // APA puts titles of laws into capitals by itself.
    expect(
      new Cite(await text('resolution', '.csl.json')).format('bibliography').toLowerCase(),
    ).toContain('trafficking in women and girls');
  });
});

describe('data', () => {
  const ajv = new Ajv2020({ formats: { uri: true, date: true } });
  it('every JSON fits the published schema', async () => {
    const validate = ajv.compile(JSON.parse(await text('edition', '/schema/paragraph.json')));
    for (const { id } of resolution.paragraphs) {
      validate(JSON.parse(await text('paragraph', '.json', id)));
      expect(validate.errors ?? [], id).toEqual([]);
    }
    const whole = ajv.compile(JSON.parse(await text('edition', '/schema/resolution.json')));
    whole(JSON.parse(await text('resolution', '.json')));
    expect(whole.errors ?? []).toEqual([]);
  });

  it('the schema refuses what does not fit', async () => {
    const validate = ajv.compile({
      ...JSON.parse(await text('edition', '/schema/paragraph.json')),
      $id: 'other',
    });
    expect(validate({ ...JSON.parse(await text('paragraph', '.json')), extra: 1 })).toBe(false);
  });

  it('CSV has a byte-order mark, a row for each paragraph, and the words unchanged', async () => {
    const csv = await text('resolution', '.csv');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const rows = csv.slice(1).trimEnd().split('\r\n');
    expect(rows).toHaveLength(resolution.paragraphs.length + 1);
    expect(csv).toContain(`"${paragraph('op-23').text.replaceAll('"', '""')}"`);
    expect(rows.every((row) => !/(?:^|,)"?[=+\-@]/.test(row.replace(/"(?:[^"]|"")*"/g, 'x')))).toBe(
      true,
    );
  });

  it('citations.csv lists every citation with its target or the reason why there is none', async () => {
    const rows = (await text('resolution', '/citations.csv')).trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(resolution.paragraphs.flatMap(({ citations }) => citations).length);
    expect(rows.filter((row) => row.includes('open-list'))).toHaveLength(2);
  });

  it('the sitemap is well-formed and names every paragraph', async () => {
    const { urlset } = new XMLParser({ isArray: (name) => name === 'url' }).parse(
      await text('edition', '/sitemap.xml'),
    );
    const locations: string[] = urlset.url.map(({ loc }: { loc: string }) => loc);
    expect(locations).toContain(address);
    expect(new Set(locations).size).toBe(locations.length);
  });

  it('the inventory leads from a symbol or a name to an address', async () => {
    const { resolutions, instruments } = JSON.parse(await text('edition', '/inventory.json'));
    expect(resolutions[0]).toMatchObject({
      symbols: ['E/CN.4/RES/2004/45'],
      address: 'https://example.org/un/chr-2004-45/',
    });
    expect(resolutions[0].paragraphs['OP 23']).toBe(address);
    expect(
      instruments.find(({ names }: { names: string[] }) => names.includes('CEDAW')).address,
    ).toBe('https://example.org/un/instruments/cedaw/');
  });
});

describe('the QR code', () => {
  const codes = [
    ['paragraph', address],
    ['resolution', 'https://example.org/un/chr-2004-45/'],
  ] as const;

  it.each(codes)('of a %s is read by jsQR', async (scope, expected) => {
    const { data, info } = await sharp(Buffer.from(await text(scope, '/qr.svg')))
      .resize(400, 400)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(expected);
  });

  it.each(codes)('of a %s is read by ZBar, where that is installed', async (scope, expected) => {
    const png = await sharp(Buffer.from(await text(scope, '/qr.svg')))
      .resize(400, 400)
      .png()
      .toBuffer();
    const folder = mkdtempSync(join(tmpdir(), 'pilcrow-qr-'));
    try {
      writeFileSync(join(folder, 'qr.png'), png);
      const { error, stdout } = spawnSync('zbarimg', ['--raw', '-q', join(folder, 'qr.png')], {
        encoding: 'utf8',
      });
      if (error !== undefined) {
        console.warn(
          'QR code: zbarimg (Debian package zbar-tools) is absent, so jsQR alone read it.',
        );
        return;
      }
      expect(stdout.trim()).toBe(expected);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('Common Cartridge', async () => {
  const files = unzipSync(await bytes('resolution', '.imscc'));
  const manifest = strFromU8(files['imsmanifest.xml'] ?? new Uint8Array());

  it('follows what Moodle and Canvas ask', () => {
    expect(manifest.slice(0, 1024)).toContain('http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1');
    const parsed = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === 'item' || name === 'resource',
    }).parse(manifest).manifest;
    const [root] = parsed.organizations.organization.item;
    expect(root.title).toBeUndefined();
    expect(root.item.map(({ title }: { title: string }) => title)).toEqual([
      'Preambular paragraphs',
      'Operative paragraphs',
    ]);
    expect(root.item.flatMap(({ item }: { item: unknown[] }) => item)).toHaveLength(43);
    for (const resource of parsed.resources.resource) {
      expect(resource['@_type']).toBe('imswl_xmlv1p1');
      const link = new XMLParser({ ignoreAttributes: false }).parse(
        strFromU8(files[resource.file['@_href']] ?? new Uint8Array()),
      ).webLink;
      expect(link['@_xmlns']).toBe('http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1');
      expect(link.url['@_href']).toMatch(
        /^https:\/\/example\.org\/un\/chr-2004-45\/(?:pp|op)-\d+\/$/,
      );
    }
  });

  it('of a topic has one module for each resolution and a link for each paragraph, once', async () => {
    const ofTopic = unzipSync(await bytes('topic', '.imscc'));
    const parsed = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === 'item' || name === 'resource',
    }).parse(strFromU8(ofTopic['imsmanifest.xml'] ?? new Uint8Array())).manifest;
    const [root] = parsed.organizations.organization.item;
    expect(root.item).toHaveLength(new Set(topic.entries.map((entry) => entry.resolution)).size);
    const urls = parsed.resources.resource.map(
      (resource: { file: Record<string, string> }) =>
        new XMLParser({ ignoreAttributes: false }).parse(
          strFromU8(ofTopic[resource.file['@_href'] ?? ''] ?? new Uint8Array()),
        ).webLink.url['@_href'],
    );
    expect(urls).toEqual(
      topic.entries.map((entry) => citedParagraph(entry.paragraph, entry.resolution, host).address),
    );
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('has the same bytes each time', async () => {
    expect(await bytes('resolution', '.imscc')).toEqual(await bytes('resolution', '.imscc'));
  });

  it.each(['resolution', 'topic'] as const)(
    schemaFolder === null
      ? 'of a %s is not validated: the public schemas are not beside this clone'
      : 'of a %s is valid against the public schemas',
    async (scope) => {
      if (schemaFolder === null) {
        console.warn(
          'Common Cartridge: ../shared/schemas is absent, so only the consumers’ rules were applied.',
        );
        return;
      }
      const read = (name: string) => ({
        fileName: name,
        contents: readFileSync(join(schemaFolder ?? '', 'common-cartridge-1.1', name), 'utf8'),
      });
      const own = unzipSync(await bytes(scope, '.imscc'));
      const linked = Object.keys(own).filter((name) => /^links\/.+\.xml$/.test(name));
      expect(linked.length).toBeGreaterThan(0);
      for (const name of linked.slice(0, 5)) {
        const link = await validateXML({
          xml: [{ fileName: 'link.xml', contents: strFromU8(own[name] ?? new Uint8Array()) }],
          schema: [read('ccv1p1_imswl_v1p1.xsd')],
        });
        expect(link.errors, name).toEqual([]);
      }
      const whole = await validateXML({
        xml: [
          {
            fileName: 'imsmanifest.xml',
            contents: strFromU8(own['imsmanifest.xml'] ?? new Uint8Array()),
          },
        ],
        schema: [
          {
            fileName: 'all.xsd',
            contents:
              '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" schemaLocation="ccv1p1_imscp_v1p2_v1p0.xsd"/><xs:import namespace="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" schemaLocation="ccv1p1_lommanifest_v1p0.xsd"/></xs:schema>',
          },
        ],
        preload: [
          'ccv1p1_imscp_v1p2_v1p0.xsd',
          'ccv1p1_lommanifest_v1p0.xsd',
          'ccv1p1_lomresource_v1p0.xsd',
          'ccv1p1_imsccauth_v1p1.xsd',
          'xml.xsd',
        ].map(read),
      });
      expect(whole.errors).toEqual([]);
    },
  );
});

it('every text export ends with a line end and names nothing of this machine', async () => {
  for (const one of registry) {
    const content =
      one.scope === 'paragraph'
        ? one.write(paragraph('op-1'), resolution, host)
        : one.scope === 'resolution'
          ? await one.write(resolution, corpus, host)
          : one.scope === 'topic'
            ? await one.write(topic, host)
            : one.write(corpus, host);
    if (typeof content !== 'string') continue;
    expect(content.endsWith('\n'), one.mediaType).toBe(true);
    expect(content).not.toContain(process.cwd());
  }
});
