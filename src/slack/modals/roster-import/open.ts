import type { ModalView } from '@slack/types';
import { messagesFor } from '../../../i18n';
import { findLedProgram, type MeantBy } from '../../../usecases/find-led-program';
import type { Asker } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { importView } from './view';

/** The modal that takes a program's roster. @throws {UserError} as findLedProgram does */
export async function importModal(
  deps: BotDeps,
  { workspaceId, userId }: Asker,
  { meant, channelId }: { meant: MeantBy; channelId: string | null },
): Promise<ModalView> {
  const { locale, program } = await findLedProgram(deps.context().db, { workspaceId }, userId, meant);
  deps.locales.note(workspaceId, userId, locale);
  return importView(program.name, messagesFor(locale), { locale, channelId, programId: program.id });
}
