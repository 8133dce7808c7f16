import type { Words } from '../words.ts'
import type { tour as zh } from '../zh/tour.ts'

export const tour: Words<typeof zh> = {
  name: 'Tour',
  about: 'Three-minute tour: {{role}}',
  start: 'Start the tour',
  resume: 'Go on with the tour',
  again: 'From the beginning',
  next: 'Next',
  skip: 'Skip',
  close: 'End the tour',
  position: '{{at}} of {{total}}',
  keys: 'Esc ends it at any time, F6 comes back to this card.',
  way: 'First click here.',
  nothing: 'There is nothing here just now; it is enough to know where it stands.',
  left: 'Tour put away: “{{button}}” above takes it up again.',
  end: {
    title: 'That was the tour',
    create: 'Set up my showroom',
    back: 'Back to my showroom',
    stay: 'Stay in the demo and try more',
  },
  offer: {
    title: 'Try it in the demo showroom',
    text: 'The tour logs visitors and contacts, so it runs in the demo showroom and leaves your data alone.',
    go: 'To the demo showroom',
    later: 'Later',
  },
  settings: {
    title: 'Tour',
    note: 'About three minutes for each role, hands-on in the demo showroom; your own data stays as it is. Leaving the demo brings you back to your showroom.',
    seen: 'Seen',
    left: 'Left at step {{at}}',
    fresh: 'Not seen yet',
  },
  firstSteps: {
    title: 'Day one: begin here',
    visit: 'Log visitors as they come in, also those who leave no number',
    visitAction: 'Log the first one',
    imports: 'An old register or list of leads can be imported as it is',
    importsAction: 'Import',
    people: 'Give each colleague a 6-digit PIN',
    peopleAction: 'Add people',
    target: 'Set this month’s target, so that progress has something to stand against',
    targetAction: 'Set a target',
    tour: 'To practise first, there is a three-minute tour in the demo showroom',
    tourAction: 'Start the tour',
  },
  salesperson: {
    today: { title: 'Whom to contact today', text: 'The list is in order, overdue first. Enter opens the first one.' },
    followUp: {
      title: 'Write it down at once',
      text: 'Choose the outcome, write one sentence of theirs, Ctrl+Enter.',
    },
    visit: { title: 'Somebody comes in', text: 'Press N to log them, on any screen.' },
    visitForm: {
      title: 'Note while you talk',
      text: 'Mobile, name, source, then Enter. No number? Choose the reason: it counts too.',
    },
    openLead: { title: 'A lead is on file', text: 'Its grade says how often to follow up. Open it and grade it.' },
    grade: {
      title: 'Ask one, tick one',
      text: 'The grade and what to ask next appear at once. Tick two answers, then save.',
    },
    find: {
      title: 'Find them again',
      text: 'When they ring: type the name or the last digits of the number, and open them.',
    },
    end: 'Begin each day with “Today” and press N for visitors; the program reminds you of the rest.',
  },
  reception: {
    today: {
      title: 'Who came today',
      text: 'Visitors and colleagues on duty are here. Somebody comes in: “Log a visit”.',
    },
    arrival: { title: 'Logged in seconds', text: 'Press N, or click “Log a visit”.' },
    contact: {
      title: 'Ask for the number first',
      text: 'It is checked while you type, so nobody is filed twice. Then name and source.',
    },
    handOver: {
      title: 'Hand over',
      text: 'Whoever receives them owns the lead; without a name the manager assigns it. Choose, then save.',
    },
    anonymous: {
      title: 'No number left? Log it too',
      text: 'Otherwise the capture rate is not true. Press M and click a reason: done.',
    },
    capture: { title: 'The number comes later', text: '“Add contact” on this row completes it; no second entry.' },
    end: 'Press N when somebody comes in, M when they leave no number, and never wait until closing time.',
  },
  manager: {
    team: {
      title: 'Who needs a hand',
      text: 'Two columns will do: ask why where much is overdue, assign nothing to whoever is over capacity.',
    },
    assign: {
      title: 'Leads do not wait',
      text: 'A lead nobody owns is lost first. Choose a colleague and click “Assign”.',
    },
    review: {
      title: 'Review a record',
      text: 'What is worth a question comes first: ask before you judge. A approves, R rejects.',
    },
    point: {
      title: 'Open a control point',
      text: 'The line below each says what to do first. Open one with a red or amber light.',
    },
    records: {
      title: 'Who is behind a number',
      text: 'A dotted number opens its records. Click one, look, and close it with Esc.',
    },
    end: '“Today” in the morning, reviews in the evening, all nine once a week.',
  },
  owner: {
    chain: {
      title: 'The store in one line',
      text: 'Visitors × capture × follow-up × closing = deals. Work on the weakest factor first.',
    },
    light: { title: 'Begin with red', text: 'Red is most urgent. Open this one to see why.' },
    cause: {
      title: 'The cause is this line',
      text: 'Worked out from the store’s own records: where, how much, and whom to see first.',
    },
    records: {
      title: 'Do not believe it: look',
      text: 'A dotted number opens its records. Click one, look, and close it with Esc.',
    },
    pace: {
      title: 'Is the target in reach',
      text: 'A pace of 100% is just on time; below it there is ground to make up.',
    },
    need: {
      title: 'How many visitors it takes',
      text: 'Backwards from the deals still missing: visitors needed, contacts needed.',
    },
    levers: {
      title: 'Which factor first',
      text: 'Drag a slider and see the deals it brings. It only calculates; no record changes.',
    },
    end: 'One minute a day for this line; follow the red lights and leave the rest to the manager.',
  },
}
