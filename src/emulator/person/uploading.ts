import { NotPossible } from '../errors';
import { copy } from '../json';
import type { Upload } from '../state/files';
import type { SlackFile } from '../state/records';
import type { World } from '../state/world';
import { activeUser } from './payloads';

/** What Slack takes in a file_input, in bytes. */
const LARGEST_FILE = 10_000_000;

const MIMETYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** @throws NotPossible for what Slack's client would not take */
export function uploadFile(world: World, userId: string, upload: Upload): SlackFile {
  const { id } = activeUser(world, userId);
  if (upload.name === '') throw new NotPossible('a file has a name');
  if (upload.bytes.length > LARGEST_FILE) {
    throw new NotPossible(`${upload.name} has ${upload.bytes.length} bytes, ${LARGEST_FILE} at most`);
  }
  const mimetype = MIMETYPE.test(upload.mimetype) ? upload.mimetype : 'application/octet-stream';
  return copy(world.files.add({ ...upload, mimetype }, id, world.clock.now()));
}
