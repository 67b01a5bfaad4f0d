import type { IncomingMessage } from 'node:http';

/** What a request asks for. It is taken as a path, also where it begins like the address of another host. */
export function addressOf({ url = '/' }: Pick<IncomingMessage, 'url'>): URL {
  const address = `http://emulator${url}`;
  return new URL(URL.canParse(address) ? address : 'http://emulator/');
}
