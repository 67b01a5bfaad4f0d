export { auditEvents } from './audit';
export { checkInCorrections, checkIns, promises } from './check-ins';
export { deliveries, deliveryLearners } from './deliveries';
export { careTeam, learners, pauses } from './learners';
export { closures, policies, programs, supporters } from './programs';
export { homes, members, workspaces } from './workspaces';
