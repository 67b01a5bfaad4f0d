import { completeBlocks } from '../blocks/complete';
import { refuseProblems } from '../blocks/refusal';
import { checkBlocks } from '../blocks/validate';
import { SlackError } from '../errors';
import { isObject, type JsonObject, objectsIn } from '../json';
import type { Content } from '../state/posting';
import type { Metadata } from '../state/records';

/** SLACK.md, Deadlines and limits. */
const LONGEST_MESSAGE = 4000;

/**
 * What a call says about a message; only the fields that it brings.
 * @throws SlackError `msg_too_long`, `invalid_blocks_format`, `invalid_blocks`, `invalid_metadata_format`
 */
export function contentOf(args: JsonObject): Partial<Content> {
  const content: Partial<Content> = {};
  if (args.text !== undefined) content.text = String(args.text);
  if (content.text && content.text.length > LONGEST_MESSAGE) throw tooLong(content.text);
  if (args.blocks !== undefined) content.blocks = blocksOf(args.blocks);
  if (args.attachments !== undefined) content.attachments = objectsIn(args.attachments);
  if (args.metadata !== undefined) content.metadata = metadataOf(args.metadata);
  return content;
}

function tooLong({ length }: string): SlackError {
  return new SlackError('msg_too_long', {}, [`/text: ${length} characters, ${LONGEST_MESSAGE} at most`]);
}

/** A whole message. @throws SlackError also `no_text` when it says nothing */
export function fullContentOf(args: JsonObject): Content {
  const { text = '', ...rest } = contentOf(args);
  const saysSomething = text !== '' || rest.blocks?.length || rest.attachments?.length;
  if (!saysSomething) throw new SlackError('no_text', {}, ['needs text, blocks or attachments']);
  return { text, ...rest };
}

function blocksOf(blocks: unknown): Content['blocks'] & object {
  if (!Array.isArray(blocks))
    throw new SlackError('invalid_blocks_format', {}, ['/blocks: must provide an array']);
  const problems = checkBlocks(blocks, 'message', '/blocks');
  if (problems.length > 0) throw refuseProblems('invalid_blocks', problems);
  return completeBlocks(blocks);
}

function metadataOf(metadata: unknown): Metadata {
  if (!isObject(metadata) || typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload)) {
    const form = '/metadata: must have a string event_type and an object event_payload';
    throw new SlackError('invalid_metadata_format', {}, [form]);
  }
  return { event_type: metadata.event_type, event_payload: metadata.event_payload };
}
