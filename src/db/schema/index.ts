export { absences, coverRequestLearners, coverRequests, dayCovers } from './absences';
export { auditEvents } from './audit';
export { breaches } from './breaches';
export { careAnswers, careFlags } from './care';
export { checkInCorrections, checkInOffers, checkIns, promises } from './check-ins';
export {
  consultationNudges,
  consultationQuestions,
  consultationReplies,
  consultations,
  replyMarks,
} from './consultations';
export { deliveries, deliveryLearners } from './deliveries';
export { imports } from './imports';
export { careTeam, learnerEdits, learners, pauses } from './learners';
export { caseHelpers, caseMarks, cases, caseVersions, libraryEntries } from './library';
export { closures, policies, programs, restatements, supporters } from './programs';
export { homes, members, workspaces } from './workspaces';
