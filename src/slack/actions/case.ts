import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { EntryKey } from '../../domain/search/entry';
import { libraryKinds } from '../../domain/search/entry';
import { UserError } from '../../errors';
import { type Messages, messagesFor } from '../../i18n';
import { retireCase } from '../../usecases/library/curate-case';
import { markCase } from '../../usecases/library/mark-case';
import { type OpenedCase, openCase } from '../../usecases/library/open-case';
import { type Asker, askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import type { CaseMeta } from '../modals/case/meta';
import { entryModal } from '../modals/case/open';
import { editCaseView } from '../modals/case-edit/view';
import { mergeCaseView } from '../modals/case-merge/view';
import { type Carried, decodeCasesMeta } from '../modals/cases/meta';
import { openInTime } from '../modals/open-in-time';
import { retiredCasesModal } from '../modals/retired-cases/open';
import { updateIfOpen } from '../modals/update-if-open';
import { type ButtonPress, pressedId } from './button';
import { showingOver } from './over';

const entry = z.templateLiteral([z.enum(libraryKinds), '/', z.uuid()]);

/**
 * "Read": over the search that found it; in a case, in its place, since Slack puts no more than three modals over each
 * other.
 */
export function readFromRow(deps: BotDeps) {
  return async ({ ack, action, body, client, context }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOf(context);
    const [kind, sourceId] = entry.parse(action.value).split('/') as [EntryKey['kind'], string];
    const inCase = body.view?.callback_id === ids.views.case ? body.view : null;
    const how = inCase ? { update: inCase.id } : showingOver(body);
    const content = entryModal(deps, asker, { kind, sourceId }, carriedBy(body));
    if (inCase) return updateIfOpen(client, inCase.id, await content);
    await openInTime(
      deps,
      client,
      { asker, triggerId: body.trigger_id, how, title: (t) => t.library.caseTitle },
      content,
    );
  };
}

/** From the list of retired cases to a case over it: which list that is. */
function carriedBy({ view, channel }: ButtonPress['body']): Carried {
  const { channelId = null, retired } = decodeCasesMeta(view?.private_metadata ?? '') ?? {};
  const list = retired && { ...retired, viewId: retired.viewId ?? view?.id ?? null };
  return { channelId: channelId ?? channel?.id ?? null, ...(list && { retired: list }) };
}

/** "This helped" and taking it back, retiring and bringing back: done at once, and the case and the list under it show it. */
function changeFromCase(deps: BotDeps, change: (asker: Asker, caseId: string) => Promise<void>) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const caseId = pressedId(press);
    await change(asker, caseId);
    const meta = decodeCasesMeta(body.view?.private_metadata ?? '');
    if (!body.view || !meta) return;
    const { channelId, retired } = meta;
    const view = await entryModal(deps, asker, { kind: 'case', sourceId: caseId }, { channelId, retired });
    await updateIfOpen(client, body.view.id, view);
    if (!retired?.viewId) return;
    const list = await retiredCasesModal(deps, asker, retired.offset, channelId);
    await updateIfOpen(client, retired.viewId, list);
  };
}

export function markFromCase(deps: BotDeps, { marked }: { marked: boolean }) {
  return changeFromCase(deps, ({ workspaceId, userId: viewerId }, caseId) =>
    markCase(deps.context(), { workspaceId, viewerId, caseId, marked }),
  );
}

export function retireFromCase(deps: BotDeps, { retired }: { retired: boolean }) {
  return changeFromCase(deps, ({ workspaceId, userId: viewerId }, caseId) =>
    retireCase(deps.context(), { workspaceId, viewerId, caseId, retired }),
  );
}

type OverCase = (opened: OpenedCase, t: Messages, meta: CaseMeta) => ModalView;

/** "Edit" and "Merge", for a lead of the case's program. */
function openOverCase(deps: BotDeps, title: (t: Messages) => string, draw: OverCase) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const { workspaceId, userId: viewerId } = asker;
    const caseId = pressedId(press);
    const below = decodeCasesMeta(body.view?.private_metadata ?? '');
    const how = showingOver(body);
    const content = openCase(deps.searching(), { workspaceId, viewerId, caseId }).then((opened) => {
      const { locale, read } = opened;
      if (!read.curates) throw new UserError('caseLeadsOnly');
      const channelId = below?.channelId ?? null;
      const viewId = body.view?.id ?? null;
      const { version } = read;
      return draw(opened, messagesFor(locale), { locale, channelId, caseId, version, viewId });
    });
    await openInTime(deps, client, { asker, triggerId: body.trigger_id, how, title }, content);
  };
}

export function editFromCase(deps: BotDeps) {
  return openOverCase(
    deps,
    (t) => t.library.editTitle,
    ({ read }, t, meta) => editCaseView(read, t, meta),
  );
}

export function mergeFromCase(deps: BotDeps) {
  return openOverCase(
    deps,
    (t) => t.library.mergeTitle,
    ({ read }, t, meta) => mergeCaseView(read, t, meta),
  );
}
