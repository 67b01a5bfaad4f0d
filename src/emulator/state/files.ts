import { extname } from 'node:path';
import { SlackError } from '../errors';
import { newId } from '../ids';
import type { SlackFile } from './records';

/** A file as a person hands it over. */
export interface Upload {
  name: string;
  mimetype: string;
  bytes: Uint8Array;
}

/** A file as it is kept between two starts; its addresses are those of each start. */
export interface KeptFile {
  id: string;
  name: string;
  mimetype: string;
  user: string;
  /** Unix seconds. */
  created: number;
  base64: string;
}

/** How much outlives a start, in bytes of files, the newest first: it is written again at every change. */
const MOST_KEPT = 2_000_000;

/** What Slack calls a type whose extension is another. */
const FILETYPES: Record<string, string> = { txt: 'text', md: 'markdown', jpeg: 'jpg', htm: 'html' };

/** The files that people uploaded. */
export class Files {
  #origin = '';
  #byId = new Map<string, { file: SlackFile; bytes: Buffer }>();

  /** The origin of the addresses of files from now on, for example `http://127.0.0.1:3000`. */
  serveFrom(origin: string): void {
    this.#origin = origin;
  }

  add({ name, mimetype, bytes }: Upload, user: string, now: Date): SlackFile {
    const created = Math.floor(now.getTime() / 1000);
    return this.#put({ id: newId('F'), name, mimetype, user, created }, Buffer.from(bytes));
  }

  find(id: string): SlackFile | undefined {
    return this.#byId.get(id)?.file;
  }

  /** @throws SlackError `file_not_found` */
  get(id: string): SlackFile {
    const file = this.find(id);
    if (!file) throw new SlackError('file_not_found');
    return file;
  }

  /** What a file holds. */
  bytes(id: string): Buffer | undefined {
    return this.#byId.get(id)?.bytes;
  }

  of(userId: string): SlackFile[] {
    return [...this.#byId.values()].map(({ file }) => file).filter(({ user }) => user === userId);
  }

  kept(): KeptFile[] {
    let left = MOST_KEPT;
    const newestFirst = [...this.#byId.values()].reverse();
    const kept = newestFirst.filter(({ bytes }) => {
      const fits = bytes.length <= left;
      if (fits) left -= bytes.length;
      return fits;
    });
    return kept.reverse().map(({ file: { id, name, mimetype, user, created }, bytes }) => {
      return { id, name, mimetype, user, created, base64: bytes.toString('base64') };
    });
  }

  restore({ base64, ...file }: KeptFile): void {
    this.#put(file, Buffer.from(base64, 'base64'));
  }

  #put(given: Omit<KeptFile, 'base64'>, bytes: Buffer): SlackFile {
    const extension = extensionOf(given.name);
    const name = encodeURIComponent(given.name);
    const address = `${this.#origin}/files/${given.id}`;
    const file = {
      ...given,
      title: given.name,
      filetype: FILETYPES[extension] ?? (extension || 'binary'),
      size: bytes.length,
      url_private: `${address}/${name}`,
      url_private_download: `${address}/download/${name}`,
    };
    this.#byId.set(file.id, { file, bytes });
    return file;
  }
}

/** In lower case and without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return extname(name).slice(1).toLowerCase();
}
