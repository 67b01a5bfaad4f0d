import type { Study } from '../words';

export const course: readonly Study[] = [
  {
    unit: 'HTML/CSS',
    well: [
      'The profile page is finished, down to careful spacing.',
      'Started rebuilding the site of a favorite café.',
      'Cut the colors down to three, and the page is suddenly easy to read.',
    ],
    badly: [
      'Stuck on putting boxes side by side. We looked at the official diagrams together.',
      'Half a day went into a broken layout before the cause turned up.',
      'The page breaks only on phones. We went through how to find out why.',
    ],
    words: [
      'I saw my own writing on the screen and had to show it to somebody.',
      'I forgot to close a tag and found it all by myself!',
      'I changed one color and my whole page looked like me.',
      'A friend asked how websites work, and I could explain it.',
      'It still looks odd on my phone, but I know why now.',
    ],
  },
  {
    unit: 'JavaScript',
    well: [
      'Explained array loops in their own words.',
      'Made a small quiz that runs with buttons.',
      'Has learned to use the debugger, and now tracks errors down alone.',
    ],
    badly: [
      'Return values don’t quite make sense yet. I tried a cooking example.',
      'Async code has stopped everything. Suggested moving on and coming back to it.',
      'Confused by “this.” I said that it can wait for now.',
    ],
    words: [
      'The red error text doesn’t scare me as much anymore.',
      'I pressed the button and it worked. That made my whole day.',
      'I guessed what the code would do, and I was right.',
      'I wrote a loop without looking it up. A small thing, but mine.',
      'My quiz made my sister laugh. On purpose!',
    ],
  },
  {
    unit: 'Git',
    well: [
      'Opened a first pull request.',
      'Draws the branches in a notebook, and it helps.',
      'Commit messages have become specific and easy to read.',
    ],
    badly: [
      'A merge conflict caused some panic. We walked through undoing it calmly.',
      'Afraid of typing a wrong command. We set up a place where nothing can break.',
      'Unsure when to commit. We settled on once per small fix.',
    ],
    words: [
      'Now that I know I can go back, trying things is fun.',
      'Somebody wrote “easy to read” in my review. I nearly cried.',
      'I broke everything, went back one commit, and had coffee.',
      'My first pull request got merged. I took a screenshot.',
      'I can see in the history how far I’ve come already.',
    ],
  },
  {
    unit: 'Databases',
    well: [
      'Laid out the tables with sticky notes, and now they make sense.',
      'Passed the joins assignment on the second try.',
      'Measured what an index does, and was amazed.',
    ],
    badly: [
      'Normal forms bring a lot of new terms. I used a household budget as an example.',
      'Stuck twice on many-to-many. We slowed down and drew it first.',
      'Deleted a row that mattered. Luckily it was the practice database.',
    ],
    words: [
      'Every form at work looks like a table to me now.',
      'One line, and there’s the answer. So satisfying!',
      'I drew the tables first, and for once the code just followed.',
      'I asked my data a question and it answered.',
      'Joins finally clicked, on the train of all places.',
    ],
  },
  {
    unit: 'APIs',
    well: [
      'Decides on the shape of the response first, then writes the code.',
      'Showed me a small weather app that talks to a real API.',
      'Thinks about error responses now, too.',
    ],
    badly: [
      'Unsure when the assignment is finished. We drew a line around it together.',
      'A week on authentication so far. The mentor knows.',
      'The documentation feels endless. I pointed to the two pages that matter.',
    ],
    words: [
      'For the first time I didn’t follow the steps. I decided them.',
      'I finally see how much work other people’s APIs are.',
      'My app knew that it would rain before I did.',
      'I read the documentation and understood it on the first try.',
      'Two programs talked to each other, and I had taught them how.',
    ],
  },
  {
    unit: 'Team project',
    well: [
      'Brought an idea to the team meeting for the first time.',
      'Writes kind reviews, and the whole team sounds friendlier for it.',
      'Noticed a teammate who was stuck, and spoke up first.',
    ],
    badly: [
      'The others seem faster. We talked about staying with it, not about speed.',
      'Tired of all the messages. Suggested two fixed times a day to read them.',
      'Joined a meeting late and found that much was decided already.',
    ],
    words: [
      'Somebody said “you saved me,” and I felt that I belong here.',
      'It’s so much more fun than building alone.',
      'I asked for help in the meeting, and nobody minded.',
      'They used my idea. My idea!',
      'We finished it together, five minutes before the deadline.',
    ],
  },
  {
    unit: 'Portfolio',
    well: [
      'Has chosen what to build, and sketched every screen.',
      'Picked a problem from daily life. Very much their own.',
      'Asked two users for feedback, and chose three things to fix.',
    ],
    badly: [
      'Two weeks without a topic. We talked about how there is no perfect one.',
      'Kept adding features until there was no end in sight. We picked one to show first.',
      'Comparing with other people’s work. We compared with six months ago instead.',
    ],
    words: [
      'A friend used it. I have a user!',
      'I can point at it and say: I made this.',
      'I stopped adding things and it got better.',
      'My mother bookmarked it. That is my favorite review.',
      'When I started, I couldn’t have read this code. Now I wrote it.',
    ],
  },
  {
    unit: 'Job search',
    well: [
      'One application got through. We’re finding a time for interview practice.',
      'The cover letter builds on past work, and it rings true.',
      'Enjoyed an informal chat with somebody at a company.',
    ],
    badly: [
      'Two rejections in a row, and spirits are low. I said that results and worth are two things.',
      'Writes applications and deletes them again. Asked for bullet points only.',
      'Several interviews in a row, with studying on top. That is a lot right now.',
    ],
    words: [
      'They asked how I kept going, and I had a real answer.',
      'I passed the first interview! You’re the first to know.',
      'I said “I don’t know yet” in the interview, and they liked it.',
      'I sent the application instead of rewriting it again.',
      'For the first time I wrote “developer” on a form.',
    ],
  },
];
