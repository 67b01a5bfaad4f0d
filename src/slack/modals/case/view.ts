import type { KnownBlock, ModalView } from '@slack/types';
import type { CaseHistoryEntry, LibraryHit, ReadCase } from '../../../domain/library';
import type { Messages } from '../../../i18n';
import { button, context, header, plain, section } from '../../block-kit';
import { ids, rowActions } from '../../ids';
import { bold, line, plainLine } from '../../mrkdwn';
import { written } from '../../written';
import { factsOf } from '../cases/hit-blocks';
import { type CasesMeta, encodeCasesMeta } from '../cases/meta';
import { caseButtons } from './buttons';

const longestHeader = 150;
const longestTitle = 100;
const longestName = 60;
const longestTags = 200;

/** A case with all its texts, how it went on, and who is thanked. */
export function caseView(
  read: ReadCase,
  similar: readonly LibraryHit[],
  t: Messages,
  meta: CasesMeta,
): ModalView {
  return {
    type: 'modal',
    callback_id: ids.views.case,
    private_metadata: encodeCasesMeta(meta),
    title: plain(t.library.caseTitle),
    close: plain(t.library.close),
    blocks: [
      header(plainLine(read.title, longestHeader)),
      ...standing(read, t),
      context(facts(read, t)),
      ...part(t.library.situation, read.situation),
      ...part(t.library.tried, read.tried),
      ...part(t.library.helped, read.helped),
      ...wentOn(read, t),
      ...thanks(read, t),
      ...caseButtons(read, t),
      ...similarOnes(similar, t),
      ...history(read.history, t),
    ],
  };
}

/** What is no case: to be read, never to be sent, so there is nothing to press. */
export function entryView(entry: LibraryHit, t: Messages, meta: CasesMeta): ModalView {
  const { kind, title, body } = entry;
  const note = kind === 'case' ? [] : [context(t.library.toRead[kind])];
  return {
    type: 'modal',
    callback_id: ids.views.case,
    private_metadata: encodeCasesMeta(meta),
    title: plain(t.library.kinds[kind]),
    close: plain(t.library.close),
    blocks: [
      header(plainLine(title.trim() === '' ? t.library.kinds[kind] : title, longestHeader)),
      context(factsOf(entry, t)),
      ...note,
      ...written(body),
    ],
  };
}

function standing({ retired, mergedInto, mergedTitle }: ReadCase, t: Messages): KnownBlock[] {
  if (!retired) return [];
  if (mergedInto === null) return [section(t.library.retired)];
  const read = button({
    actionId: rowActions.readEntry.idFor(mergedInto),
    text: t.library.readOther,
    value: `case/${mergedInto}`,
  });
  const text = t.library.mergedInto({ title: line(mergedTitle ?? '', longestTitle) });
  return [{ ...section(text), accessory: read }];
}

function facts({ closedOn, tags, ...read }: ReadCase, t: Messages): string {
  const line1 = factsOf({ ...read, kind: 'case', happenedOn: closedOn }, t);
  return tags.length === 0 ? line1 : `${line1}\n${line(tags.map((tag) => `#${tag}`).join(' '), longestTags)}`;
}

function part(heading: string, text: string): KnownBlock[] {
  return text.trim() === '' ? [] : [section(bold(heading)), ...written(text)];
}

function wentOn({ followUpAnswer, followUpLine }: ReadCase, t: Messages): KnownBlock[] {
  if (followUpAnswer === null) return [];
  const heading = `${bold(t.library.wentOn)}  ${t.closing.followUps[followUpAnswer]}`;
  return [section(heading), ...written(followUpLine)];
}

function thanks({ helpers, authorName, closedOn }: ReadCase, t: Messages): KnownBlock[] {
  const names = helpers
    .map(({ name }) => t.closing.note.person({ name: line(name, longestName) }))
    .join(t.lists.separator);
  const author = t.library.author({ name: line(authorName, longestName), on: closedOn });
  return [context(names === '' ? author : `${t.library.thanks({ names })}\n${author}`)];
}

function similarOnes(similar: readonly LibraryHit[], t: Messages): KnownBlock[] {
  if (similar.length === 0) return [];
  const rows = similar.map(({ sourceId, title }) => ({
    ...section(line(title, longestTitle)),
    accessory: button({
      actionId: rowActions.readEntry.idFor(sourceId),
      text: t.library.read,
      value: `case/${sourceId}`,
    }),
  }));
  return [{ type: 'divider' }, section(bold(t.library.similar)), ...rows];
}

function history(entries: readonly CaseHistoryEntry[], t: Messages): KnownBlock[] {
  if (entries.length === 0) return [];
  const lines = entries.map((entry) =>
    t.library.change({ on: entry.on, name: line(entry.by, longestName), what: changeOf(entry, t) }),
  );
  return [{ type: 'divider' }, context([bold(t.library.history), ...lines].join('\n'))];
}

function changeOf({ change, parts }: CaseHistoryEntry, { library, lists }: Messages): string {
  if (change !== 'edited') return library.changes[change];
  return library.changes.edited({ parts: parts.map((it) => library.parts[it]).join(lists.separator) });
}
