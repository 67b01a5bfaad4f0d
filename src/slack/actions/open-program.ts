import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { addDays } from '../../domain/dates';
import type { ProgramPage } from '../../domain/program-page';
import { type Messages, messagesFor } from '../../i18n';
import { openProgram } from '../../usecases/open-program';
import { type Asker, askerOf } from '../asker';
import type { BotDeps } from '../bot-deps';
import { ids } from '../ids';
import { openInTime } from '../modals/open-in-time';
import { closuresView } from '../modals/program/closures-view';
import { otherView } from '../modals/program/other-view';
import { programView } from '../modals/program/overview';
import { policyView } from '../modals/program/policy-view';
import { updateIfOpen } from '../modals/update-if-open';
import { type ButtonPress, pressedId } from './button';

interface Wish {
  programId: string | null;
  channelId: string | null;
}

/** A program's page in the asker's language, for `openInTime`. */
export async function programPage(deps: BotDeps, asker: Asker, wish: Wish): Promise<ProgramPage> {
  const { workspaceId, userId: viewerId } = asker;
  const page = await openProgram(deps.context(), { workspaceId, viewerId, ...wish });
  deps.locales.note(workspaceId, viewerId, page.locale);
  return page;
}

/** "Program settings", wherever it stands: in the settings themselves it draws them again. */
export function programFromButton(deps: BotDeps) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context, action } = press;
    const asker = askerOf(context);
    const programId = z
      .uuid()
      .nullable()
      .parse(action.value || null);
    const channelId = body.channel?.id ?? null;
    const content = programPage(deps, asker, { programId, channelId }).then((page) =>
      programView(page, messagesFor(page.locale)),
    );
    if (body.view?.callback_id === ids.views.program)
      return updateIfOpen(client, body.view.id, await content);
    const how = body.view?.type === 'modal' ? 'push' : 'open';
    const triggerId = body.trigger_id;
    await openInTime(deps, client, { asker, triggerId, how, title: (t) => t.program.title }, content);
  };
}

type Part = (page: ProgramPage, t: Messages, overviewId: string) => ModalView;

/** A button in a program's settings that opens a part of them for change, on top. */
function partFromButton(deps: BotDeps, title: (t: Messages) => string, part: Part) {
  return async (press: ButtonPress): Promise<void> => {
    await press.ack();
    const { body, client, context } = press;
    const asker = askerOf(context);
    const wish = { programId: pressedId(press), channelId: null };
    const content = programPage(deps, asker, wish).then((page) =>
      part(page, messagesFor(page.locale), body.view?.id ?? ''),
    );
    await openInTime(deps, client, { asker, triggerId: body.trigger_id, how: 'push', title }, content);
  };
}

/** "Change the rhythm": filled in with what is in force, from tomorrow on. */
export function policyFromButton(deps: BotDeps) {
  const part: Part = ({ locale, programId, today, current }, t, overviewId) => {
    const { contactsPerWeek = 2, floorDays = 7 } = current ?? {};
    const policy = { contactsPerWeek, floorDays, effectiveOn: addDays(today, 1), reason: '' };
    return policyView(policy, { kind: 'nothing' }, t, { locale, programId, overviewId });
  };
  return partFromButton(deps, (t) => t.program.policyForm.title, part);
}

export function closuresFromButton(deps: BotDeps) {
  const part: Part = ({ locale, programId, closures }, t, overviewId) =>
    closuresView(closures, t, { locale, programId, overviewId });
  return partFromButton(deps, (t) => t.program.closureForm.title, part);
}

export function otherFromButton(deps: BotDeps) {
  const part: Part = ({ locale, programId, zone, settings: shown }, t, overviewId) =>
    otherView(t, { locale, programId, overviewId, zone, shown });
  return partFromButton(deps, (t) => t.program.settingsForm.title, part);
}
