import type { Conversation, PersonShown } from '../../../protocol';
import { type Json, recordsIn, textOf, wordsOf } from '../json';

/** What can be chosen in a menu. */
export interface Option {
  /** What is kept when it is chosen: the app's option, or the id of a person or conversation. */
  raw: unknown;
  value: string;
  words: string;
  description: string;
  /** The heading it stands under; empty: none. */
  group: string;
}

interface Surroundings {
  people: readonly PersonShown[];
  conversations: readonly Conversation[];
}

/** Of options and groups as the app gives them. */
export function optionsIn(given: readonly Json[]): Option[] {
  return given.flatMap((one) =>
    Array.isArray(one.options)
      ? recordsIn(one.options).map((option) => optionOf(option, wordsOf(one.label)))
      : [optionOf(one)],
  );
}

function optionOf(raw: Json, group = ''): Option {
  return {
    raw,
    value: textOf(raw.value),
    words: wordsOf(raw.text),
    description: wordsOf(raw.description),
    group,
  };
}

/** What a menu that asks nobody offers: its own options, people, or conversations. */
export function knownOptions(element: Json, { people, conversations }: Surroundings): Option[] {
  switch (textOf(element.type).replace(/^multi_/, '')) {
    case 'users_select':
      return people.filter(({ deleted }) => !deleted).map(({ id, name }) => optionOfId(id, name));
    case 'conversations_select':
      return conversations.filter(({ archived }) => !archived).map(conversationOption);
    case 'channels_select':
      return conversations
        .filter(({ kind, archived }) => kind === 'public' && !archived)
        .map(conversationOption);
    default:
      return optionsIn([...recordsIn(element.options), ...recordsIn(element.option_groups)]);
  }
}

function conversationOption({ id, name, kind }: Conversation): Option {
  return optionOfId(id, kind === 'im' ? name : `#${name}`);
}

function optionOfId(id: string, words: string): Option {
  return { raw: id, value: id, words, description: '', group: '' };
}

/** What is chosen, with its words: an option brings them, an id is looked up. */
export function chosenOptions(value: unknown, offered: readonly Option[]): Option[] {
  const chosen = value === null || value === undefined ? [] : [value].flat();
  return chosen.map((one) => {
    if (typeof one !== 'string') return optionOf(one as Json);
    return offered.find(({ value: id }) => id === one) ?? optionOfId(one, one);
  });
}

/** Those in whose words the query stands, whatever its case and width. */
export function matching(options: readonly Option[], query: string): Option[] {
  const wanted = folded(query);
  return options.filter(({ words, description }) => folded(`${words} ${description}`).includes(wanted));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
