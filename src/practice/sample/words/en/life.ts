import type { Life, Words } from '../words';

export const lives: Words['lives'] = {
  'Night worker': {
    fine: [
      'An hour of study before the shift has become a habit.',
      'Sent me the shift plan, so I now write in the late afternoon.',
      'Sleep comes first on the day after nights, and that works well.',
      'One video per break, and the coworkers have started to ask about it.',
    ],
    hard: [
      'Extra shifts this week. I said that ten minutes still count.',
      'Back on nights, and sleep is all over the place. We left the desk out of it.',
      'Too tired to read after work. Suggested the audio version.',
      'The busy season has started, and two hours is all there was this week.',
    ],
    quiet: 'On nights this week, so I’ll wait for the day shifts',
    concern: 'time',
  },
  'Retail manager': {
    fine: [
      'Evenings from nine to ten are now marked as study time at home.',
      'A new part-timer started, so there is one early evening a week.',
      'Solved a stock-list problem at the store with a bit of code.',
      'The bus ride home is for review, and it shows.',
    ],
    hard: [
      'Covered for two people who called in sick. There was no evening left.',
      'Inventory week. We agreed on a day to restart, nothing more.',
      'Switching from store to study is hard. We picked the first page the night before.',
      'Sounded worn out from the weekend sale. Kept it short.',
    ],
    quiet: 'Inventory week at the store; I’ll write once it’s over',
    concern: 'work',
  },
  Nurse: {
    fine: [
      'Half an hour before night duty is the new pattern, and it holds.',
      'Sent this month’s shifts. The day after a day shift is best for a message.',
      'Found that explaining it out loud, as to a patient, makes it stick.',
      'Two days off in a row, one for sleep and one for code.',
    ],
    hard: [
      'A string of night shifts, and the day off was for sleeping. The right choice, I said.',
      'A sudden shift change upset the plan. We only mark the days that work out now.',
      'The ward is busy. Reading my message was enough this week.',
      'On call all weekend, and the laptop stayed shut.',
    ],
    quiet: 'Coming off nights; I’ll wait for the days off',
    concern: 'time',
  },
  Teacher: {
    fine: [
      'Asked a first question in the channel, and the answers were warm.',
      'Shared study notes, and others are using them already.',
      '“So it’s fine not to know here.” That line stayed with me.',
      'Helped another learner yesterday, without being asked.',
    ],
    hard: [
      'Sat with a problem alone for two days. We agreed on asking after 30 minutes.',
      'Finds it embarrassing to ask after years of teaching. I mostly listened.',
      'Worried about being slow. I said again that careful is fine.',
      'Report cards are due at school, and there is little room for anything else.',
    ],
    quiet: 'Just began to ask questions; I’ll give that some room',
    concern: 'loneliness',
  },
  'Two small children': {
    fine: [
      'Forty minutes after bedtime is just right at the moment.',
      'The older one sits alongside and does “homework” too.',
      'The family has taken over Sunday mornings.',
      'Showed the page at dinner and got a round of applause.',
    ],
    hard: [
      'The younger one has a fever. I said that the course won’t run away.',
      'Fell asleep while putting the kids to bed, and apologized for it. I was glad about the sleep.',
      'A week of school events, so we picked a task that takes 15 minutes.',
      'Nobody is sleeping well at home. We didn’t talk about studying at all.',
    ],
    quiet: 'Family visiting until the weekend; I’ll write after that',
    concern: 'family',
  },
  'Line cook': {
    fine: [
      'The hour before opening is when it goes best.',
      'Thought about code while chopping onions, and laughed about it.',
      'The restaurant closes on Mondays now, which is a whole study day.',
      'Found a corner at work for the laptop, and the boss approves.',
    ],
    hard: [
      'The morning hour is gone, as a colleague is out sick. We’ll wait it out.',
      'Fully booked, and home after two. Please sleep first, I wrote.',
      'On their feet all day, and tired eyes at night. Suggested ten minutes only.',
      'A rough week in the kitchen, and no room for anything new.',
    ],
    quiet: 'Fully booked until the weekend; I’ll write on the day off',
    concern: 'work',
  },
  'Graduate student': {
    fine: [
      'The seminar talk is done, and the focus is back.',
      'Still a night owl, but bedtime is fixed now. A good middle way.',
      'Once it clicks, it goes fast. I’d rather not interrupt.',
      'Using the course project in the lab already.',
    ],
    hard: [
      'Working until dawn and up at noon. Asked about health first.',
      'The thesis deadline took three days out. There was some worry about that.',
      'After the big push last week there is no energy left.',
      'The professor wants new results by Friday. We put the plan aside until then.',
    ],
    quiet: 'Seminar talk coming up; I’ll write when it’s done',
    concern: 'health',
  },
  Accountant: {
    fine: [
      'Month-end is over, and it’s home by six this week.',
      'Fifteen minutes at lunch, every day so far.',
      'Turned a spreadsheet from work into a small script.',
      'Says that tables of data feel like home.',
    ],
    hard: [
      'Month-end overtime, so everything stopped. Restarting next week is fine.',
      '“I’m just not the creative type.” We counted what works by now.',
      'An audit at work, on top of everything. I only sent good wishes.',
      'Too many late evenings this week. We moved study to Saturday morning.',
    ],
    quiet: 'Month-end close; waiting until it’s over',
    concern: 'work',
  },
  'Cares for a parent': {
    fine: [
      'Hospital visits have calmed down, and there is an hour in the evening.',
      'A brother now takes Saturdays, which helps a lot.',
      'Reads the lesson aloud at the kitchen table, and the whole family listens.',
      'A nap first, then study: that order is working.',
    ],
    hard: [
      'Several trips to the hospital this week. I said thank you for writing at all.',
      '“Maybe both is too much.” I hear tiredness, not quitting.',
      'The home helper was away, so the days had no gaps.',
      'A hard week with the family. I listened, and left the course aside.',
    ],
    quiet: 'Hospital visits this week; I’ll check in once they’re done',
    concern: 'family',
  },
  'Left a sales job': {
    fine: [
      'Three weeks of starting at nine, without exception.',
      'Moved to the library, and it helps to be among people.',
      'Writes down three things that worked, every evening.',
      'Explains features like a good salesperson. It is fun to listen.',
    ],
    hard: [
      'Alone at home all day and missing people. Sent the study session dates.',
      'Savings are a worry. Suggested a talk with the advisor.',
      'All day free and nothing done: a lot of self-blame. We try mornings only.',
      'A former colleague asked “still studying?” and it stung.',
    ],
    quiet: 'In a good flow; a message would only interrupt',
    concern: 'loneliness',
  },
  Perfectionist: {
    fine: [
      'This week’s motto is “ship it at 70 percent,” and it was shipped. A big step.',
      'Handed in a draft with a list of open ends. That took courage.',
      'Left a small flaw in on purpose, and said so with a grin.',
    ],
    hard: [
      'Rewrote it from scratch again before submitting. We agreed: submit first, then fix.',
      'Lost sleep over a detail. I asked to see the unfinished version.',
      'Compared with the sample solution line by line. We talked about what “done” means.',
    ],
    quiet: 'Just submitted; time to enjoy it for a moment',
    concern: 'motivation',
  },
};

export const anyLife: Life = {
  fine: ['Days have found a rhythm again.', 'Keeping a steady, easy pace.'],
  hard: [
    'A hectic week. I started with a thank-you for writing.',
    'Sounded tired. I said there is no rush to reply.',
  ],
  quiet: 'Going well; watching quietly for now',
  concern: 'other',
};
