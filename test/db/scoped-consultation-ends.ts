import * as caseWriting from '../../src/db/case-writing';
import type { Queryable } from '../../src/db/client';
import * as closing from '../../src/db/consultation-closing';
import * as messages from '../../src/db/consultation-messages';
import { namedPeople } from '../../src/db/named-people';
import type { FilledTenant } from './filled-tenant';

type Ask = (db: Queryable, own: FilledTenant, ids: FilledTenant) => Promise<unknown>;

const now = new Date('2026-11-24T00:00:00Z');
const scopeOf = ({ workspaceId }: FilledTenant, { programId }: FilledTenant) => ({ workspaceId, programId });
const keyOf = ({ workspaceId }: FilledTenant, { closedConsultationId: id }: FilledTenant) => ({
  workspaceId,
  id,
});

const caseOf = (own: FilledTenant, ids: FilledTenant): caseWriting.Case => ({
  ...{ ...scopeOf(own, ids), id: ids.caseId, title: '題', situation: '状況', tried: '', helped: '' },
  ...{ outcome: 'better', concerns: [], tags: [], unit: '', courseWeek: null, closedOn: '2026-11-24' },
  ...{ authorId: 'U0AOI', followUpAnswer: null, followUpLine: '', helpedCount: 0, retiredAt: null },
  ...{ mergedInto: null, version: 2, createdAt: now },
});

/** How a consultation ends and what becomes of it: queries that are told a row by its id. */
export const endsOfARow: Record<string, Ask> = {
  askableOf: async (db, own, ids) => [...(await closing.askableOf(db, scopeOf(own, ids), ['U0AOI']))],
  findCase: (db, own, ids) => caseWriting.findCase(db, own, ids.caseId),
  findConsultationFor: (db, own, ids) =>
    closing.findConsultationFor(db, own, 'U0AOI', ids.closedConsultationId),
  findToldCase: (db, own, ids) => caseWriting.findToldCase(db, own, ids.caseId),
  findToldConsultation: (db, own, ids) => closing.findToldConsultation(db, own, ids.closedConsultationId),
  hasOtherOpen: (db, own, ids) => closing.hasOtherOpen(db, { ...keyOf(own, ids), learnerId: ids.learner.id }),
  lockCase: (db, own, ids) => caseWriting.lockCase(db, own, ids.caseId),
  lockConsultationFor: (db, own, ids) =>
    closing.lockConsultationFor(db, own, 'U0AOI', ids.closedConsultationId),
  namedPeople: (db, own, ids) => namedPeople(db, scopeOf(own, ids), ids.learner.id),
  questionsOf: (db, own, ids) => closing.questionsOf(db, own, ids.closedConsultationId),
  recentConcerns: (db, own, ids) => closing.recentConcerns(db, own, ids.learner.id, 3),
};

export const endsThatWrite: Record<string, Ask> = {
  changeCase: (db, own, ids) => {
    const change = { change: 'edited', changedBy: 'U0AOI', changedAt: now } as const;
    return caseWriting.changeCase(db, caseOf(own, ids), change, { title: '新しい題' });
  },
  insertCase: (db, own, ids) =>
    caseWriting.insertCase(db, {
      ...{ ...scopeOf(own, ids), title: '題', situation: '状況', outcome: 'better' },
      ...{ closedOn: '2026-11-24', authorId: 'U0AOI', createdAt: now },
    }),
  retireClosedMessages: (db, own, ids) => messages.retireClosedMessages(db, own, ids.closedConsultationId),
  saveHelpers: (db, own, ids) =>
    caseWriting.saveHelpers(db, { workspaceId: own.workspaceId, caseId: ids.caseId }, [
      { userId: 'U0KUDO', helped: true },
    ]),
  setFollowUps: (db, own, ids) => closing.setFollowUps(db, [keyOf(own, ids)], null),
  touchClosedMessages: (db, own, ids) => messages.touchClosedMessages(db, own, ids.closedConsultationId),
  updateConsultation: (db, own, ids) => closing.updateConsultation(db, keyOf(own, ids), { followUpAt: null }),
};

export const endsAcross: Record<string, { because: string; ask: Ask }> = {
  lockFollowUps: {
    because: 'one sweep asks in all workspaces how consultations went on',
    ask: (db) => closing.lockFollowUps(db, now, 100),
  },
};
