import type { NewPolicy } from '../../../domain/program-rules';
import { UserError } from '../../../errors';
import { type Messages, messagesFor } from '../../../i18n';
import { describeError } from '../../../log';
import { withinTime } from '../../../time-limit';
import { changePolicy } from '../../../usecases/change-policy';
import type { LeadScope } from '../../../usecases/lead-program';
import { previewPolicy } from '../../../usecases/preview-policy';
import { askerOf, lastSeenTexts } from '../../asker';
import type { BotDeps } from '../../bot-deps';
import { errorText } from '../../messages/answers';
import { type Submission, saveAndAnswer } from '../submission';
import { updateIfOpen } from '../update-if-open';
import { type PolicyMeta, programMeta } from './meta';
import { parsePolicy, policyErrors } from './policy-parse';
import { type PolicyTelling, policyView } from './policy-view';
import { redrawProgram } from './redraw';

interface Step {
  submission: Submission;
  scope: LeadScope;
  policy: NewPolicy;
  meta: PolicyMeta;
  t: Messages;
}

/** The policy's modal was submitted: tells what it would change, and saves it once that was told. */
export function submitPolicy(deps: BotDeps) {
  return async (submission: Submission): Promise<void> => {
    const { ack, view, context } = submission;
    const { workspaceId, userId: leadId } = askerOf(context);
    const meta = programMeta.policy.decode(view.private_metadata);
    if (!meta) {
      const t = lastSeenTexts(deps, { workspaceId, userId: leadId });
      const errors = policyErrors(new UserError('viewExpired'), t);
      return ack({ response_action: 'errors', errors });
    }
    const t = messagesFor(meta.locale);
    const reading = parsePolicy(view.state.values, t);
    if (!reading.ok) return ack({ response_action: 'errors', errors: reading.errors });
    const policy = reading.input;
    const step = { submission, scope: { workspaceId, leadId, programId: meta.programId }, policy, meta, t };
    return isTold(meta.previewed, policy) ? save(deps, step) : tell(deps, step);
  };
}

/** Whoever changes the policy after its effect was told is told that of the new one first; the reason changes nothing. */
function isTold(told: PolicyMeta['previewed'], policy: NewPolicy): boolean {
  return (
    told?.effectiveOn === policy.effectiveOn &&
    told.contactsPerWeek === policy.contactsPerWeek &&
    told.floorDays === policy.floorDays
  );
}

async function save(deps: BotDeps, { submission, scope, policy, meta, t }: Step): Promise<void> {
  await saveAndAnswer(deps, submission, {
    save: () => changePolicy(deps.context(), scope, policy),
    fieldErrors: (error) => policyErrors(error, t),
    answer: () => redrawProgram(deps, submission, meta),
  });
}

/** In the open modal at once, or, where counting takes its time, as soon as it is done. */
async function tell(deps: BotDeps, { submission, scope, policy, meta, t }: Step): Promise<void> {
  const { ack, view, client } = submission;
  const { previewed: _, ...carried } = meta;
  const viewFor = (telling: PolicyTelling) => policyView(policy, telling, t, carried);
  const told = previewPolicy(deps.context(), scope, policy).then(
    (preview): PolicyTelling => ({ kind: 'effect', preview }),
    (error: unknown) => (error instanceof UserError ? error : notCounted(deps, error)),
  );
  const inTime = await withinTime(deps.patienceMs, 'counting an effect', told).catch(() => null);
  if (inTime instanceof UserError) {
    return ack({ response_action: 'errors', errors: policyErrors(inTime, t) });
  }
  await ack({ response_action: 'update', view: viewFor(inTime ?? { kind: 'counting' }) });
  if (inTime) return;
  const late = await told;
  const telling = late instanceof UserError ? { kind: 'refused' as const, why: errorText(late, t) } : late;
  await updateIfOpen(client, view.id, viewFor(telling));
}

function notCounted({ logger, metrics }: BotDeps, error: unknown): PolicyTelling {
  metrics.errors.inc();
  logger.error(describeError(error), 'policy: effect not counted');
  return { kind: 'notCounted' };
}
