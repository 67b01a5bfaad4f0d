const learners = (n: number): string => (n === 1 ? '1 learner' : `${n} learners`);

/** At noon of the last day that keeps the client's minimum. */
export const escalation = {
  notification: ({ open }: { open: number }) =>
    open === 0
      ? 'Everybody whose minimum ends today has been contacted. Thank you.'
      : `Today is the last day to keep the minimum for ${learners(open)}.`,
  title: ({ open }: { open: number }) =>
    `Today is the last day to keep the minimum for ${learners(open)}, and nobody has been in touch yet`,
  continued: ({ page, pages }: { page: number; pages: number }) =>
    `Last day to keep the minimum (${page}/${pages})`,
  allDone: 'Everybody on this list has been contacted. Thank you 🌿',
  ask: ({ leads }: { leads: string | null }) =>
    `Who can write a few words this afternoon? If the companion can’t, press “I’ll take it”.${
      leads === null ? '' : ` For your information: ${leads}`
    }`,
  companion: (mention: string) => `companion: ${mention}`,
  uncovered: 'nobody covers',
  moreBelow: 'The list goes on below in this thread.',
};
