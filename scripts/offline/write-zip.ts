import { closeSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { crc32, deflateRaw, type ZlibOptions } from 'node:zlib';

export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
}

/** 1 January 1980, 00:00, the earliest that the format knows: the same content gives the same bytes. */
const DOS_TIME = 0;
const DOS_DATE = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** Shorter files are not worth packing. */
const SHORT = 64;
/** Entries packed at the same time, by the threads that Node keeps for such work. */
const AT_ONCE = 16;
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;

const deflate = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw);

/** Packs a file; room for the result is taken by need, not 16 KB for each of many small files. */
function pack(content: Uint8Array): Promise<Buffer> | Uint8Array {
  return content.length < SHORT
    ? content
    : deflate(content, { level: 9, chunkSize: Math.min(content.length, 65_536) });
}

/**
 * Writes a ZIP entry by entry, so that an edition of any size needs little memory. Packing is Node's own, in machine
 * code. More than 65,534 entries get the records of ZIP64, which Windows, macOS and unzip read (APPNOTE 4.3.14).
 * @throws Error when the archive grows beyond 4 GB
 * @returns the size in bytes
 */
export async function writeZip(file: string, entries: Iterable<ZipEntry>): Promise<number> {
  const target = openSync(file, 'w');
  const directory: Buffer[] = [];
  let offset = 0;
  const put = (bytes: Uint8Array): void => {
    writeSync(target, bytes);
    offset += bytes.length;
  };
  const add = (path: string, content: Uint8Array, deflated: Uint8Array): void => {
    const name = Buffer.from(path);
    const isPacked = deflated.length < content.length;
    const data = isPacked ? deflated : content;
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(FLAGS, 2);
    header.writeUInt16LE(isPacked ? 8 : 0, 4);
    header.writeUInt16LE(DOS_TIME, 6);
    header.writeUInt16LE(DOS_DATE, 8);
    header.writeUInt32LE(crc32(content), 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt16LE(name.length, 22);
    directory.push(centralEntry(header, name, offset));
    put(Buffer.concat([signature(0x04034b50), header, name]));
    put(data);
    if (offset > MOST_BYTES) throw new Error(`Expected ${file} to stay below 4 GB.`);
  };
  try {
    const waiting: (() => Promise<void>)[] = [];
    for (const { path, content } of entries) {
      const packed = pack(content);
      waiting.push(async () => {
        add(path, content, await packed);
      });
      if (waiting.length === AT_ONCE) await waiting.shift()?.();
    }
    for (const next of waiting) await next();
    const start = offset;
    for (const entry of directory) put(entry);
    put(endOf(directory.length, start, offset - start));
  } finally {
    closeSync(target);
  }
  return offset;
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

/** The same header as before the file, with "made by" before it and the place of the file after it. */
function centralEntry(header: Buffer, name: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(20);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), madeBy, header, rest, name]);
}

function endOf(entries: number, start: number, length: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 8);
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);
  if (entries < MOST_ENTRIES) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(entries), 24);
  end64.writeBigUInt64LE(BigInt(entries), 32);
  end64.writeBigUInt64LE(BigInt(length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}
