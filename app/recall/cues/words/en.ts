import type { CueBook, NamedBook } from '../cue-book';

/** Read each aloud: a question a friend might ask, and a line that leads to one moment of it. */
export const CUE_BOOK: CueBook = {
  // People
  laughter: [
    'When did you last laugh until it hurt?',
    'Who was there, and what set you off? Stay with that one moment.',
  ],
  kindness: [
    'Who was kind to you when they didn’t have to be?',
    'A face, a voice, what they did. One moment is enough.',
  ],
  reunion: [
    'Who will you be happy to see again?',
    'Imagine the first minute: the place, the way they walk, the first words.',
  ],
  quarrel: [
    'Which argument do you wish you could redo?',
    'Where you stood, what was said. One moment of it is enough.',
  ],
  'left-out': ['When did you feel left out?', 'The room, the others, where you looked. Go only as close as you like.'],
  'hard-talk': [
    'Which conversation are you putting off?',
    'Imagine the first sentence, and the face across from you. You can stop whenever you want.',
  ],
  stranger: [
    'Which stranger do you still remember?',
    'Where were they, and what were they doing when you noticed them?',
  ],
  'known-voice': ['Whose voice would you know from one word?', 'The last time you heard it: where were you standing?'],
  'next-to-speak': ['Who will you talk to next?', 'Imagine the door opening, or the phone ringing. Who speaks first?'],

  // Places
  'at-home': ['Where did you once feel completely at home?', 'Sit down there again. What’s in front of you?'],
  view: ['Which view made you stop walking?', 'Stand there a little longer. What moves, and what stays still?'],
  'see-again': [
    'Which place would you love to see again?',
    'Imagine the last corner before you get there, and then it’s in front of you.',
  ],
  'sorry-to-leave': [
    'Which place were you sorry to leave?',
    'The last look around: what was still there? Go only as close as you like.',
  ],
  'unwanted-room': [
    'Which room did you not want to be in?',
    'The door, the chair, what you kept looking at. One moment is enough.',
  ],
  'changing-place': [
    'Which place won’t stay the way it is?',
    'Imagine walking past when it’s different. What do you look for first?',
  ],
  kitchen: [
    'Which moment in a kitchen has stayed with you?',
    'A place, a smell, someone at the table. One moment is enough.',
  ],
  'usual-seat': [
    'Where have you spent hundreds of hours sitting?',
    'Pick one ordinary day there. What was within reach?',
  ],
  'this-time-tomorrow': ['Where will you be this time tomorrow?', 'Look around: what’s nearby, and what can you hear?'],

  // Firsts
  'first-money': [
    'What was the first thing you bought with your own money?',
    'The shop, the bag, the way back. When did you first look at it properly?',
  ],
  'by-yourself': [
    'What did you first manage all by yourself?',
    'The second you noticed nobody was helping: what did you see?',
  ],
  'never-done': [
    'What would you like to do for the first time?',
    'Imagine the minute before it starts. Who’s with you?',
  ],
  'first-day': [
    'Which first day was hard to get through?',
    'The way in, the names you didn’t know yet. One moment of it is enough.',
  ],
  'not-true': [
    'What did you believe until you found out it wasn’t true?',
    'Where were you when you found out? You can stop whenever you want.',
  ],
  'first-without': [
    'What will you do without someone for the first time?',
    'Imagine the moment you’d usually turn to them. Go only as close as you like.',
  ],
  'first-room': [
    'Which is the first room you can remember?',
    'Start with the window, or the floor. What was at eye level?',
  ],
  'shown-how': [
    'Who taught you something you still do every week?',
    'The first time they showed you: their hands, the room, your first try.',
  ],
  'to-learn': ['What will you have to learn next?', 'Imagine the first page, or the first time someone shows you.'],

  // Senses
  smell: ['Which smell takes you straight back somewhere?', 'Follow it to one particular day. Who’s there?'],
  'taste-outdoors': [
    'What’s the best thing you’ve ever eaten outdoors?',
    'Where were you sitting, and who had the first bite?',
  ],
  'taste-to-come': [
    'Which taste or smell are you waiting for this year?',
    'Strawberries, a wood fire, the sea. Imagine the first breath of it.',
  ],
  'sound-in-the-dark': [
    'Which sound once made your heart race?',
    'Where were you when you heard it? The edge of it is close enough.',
  ],
  'worn-out': [
    'When were you so cold or tired that you nearly gave up?',
    'Your hands, the ground, how far it still was. One moment is enough.',
  ],
  'to-be-missed': [
    'Which everyday sound will you miss one day?',
    'Imagine listening for it, and it doesn’t come. One breath of that is enough.',
  ],
  fabric: ['Which fabric would you know by touch?', 'A coat, a curtain, a car seat. Put your palm on it once more.'],
  'sounds-at-night': [
    'What could you hear at night where you used to live?',
    'Lie there again for a moment. What’s close, and what’s far away?',
  ],
  'light-tonight': [
    'What will the light be like this evening?',
    'Imagine the room you’ll be in. Which lamp goes on first?',
  ],

  // Small daily things
  'small-success': ['Which small thing went well this week?', 'Nothing grand. Go back to the second it worked out.'],
  'plain-meal': [
    'Which plain meal do you like to think back to?',
    'Who was at the table, and what was being passed around?',
  ],
  'looking-forward': [
    'What are you looking forward to?',
    'Pick one hour of it. Where are you, and what do you see first?',
  ],
  'bad-start': [
    'Which day went wrong before it had really begun?',
    'The first thing that went wrong. You can leave out the rest of the day.',
  ],
  'forgotten-promise': [
    'What did you forget that you’d promised?',
    'The moment it came back to you. Go only as close as you like.',
  ],
  'behind-you': [
    'What do you wish were already behind you?',
    'Imagine the minute before it begins. You can stop whenever you want.',
  ],
  morning: ['How did this morning begin?', 'The light, the first sound, the first thing you reached for.'],
  bag: ['What used to be in your bag every day?', 'Open it once more. What do your fingers find first?'],
  errand: ['What’s your next errand?', 'Walk through it once in your mind, starting at the door.'],

  // Music
  dance: ['When did you dance without caring who saw?', 'The floor, the song, who was next to you.'],
  'on-repeat': ['Which song did you once play over and over?', 'Where did you listen to it? Let it start once more.'],
  'live-music': ['Who would you love to hear play live?', 'Imagine the second before the first note. What do you see?'],
  'turned-off': [
    'Which song did you once have to turn off?',
    'Where were you when it came on? One line of it is enough.',
  ],
  'too-loud': [
    'When was everyone in a better mood than you?',
    'The music, the lights, the way out. Go only as close as you like.',
  ],
  'hard-to-hear': [
    'Which song will be hard to hear one day?',
    'Imagine it coming on when you don’t expect it. You can stop whenever you want.',
  ],
  background: [
    'What was always playing in the background when you grew up?',
    'One room, one afternoon, a radio or the neighbours. Just listen.',
  ],
  humming: [
    'Which tune do you hum without noticing?',
    'The last time you caught yourself at it: what were your hands doing?',
  ],
  'next-song': [
    'What will you listen to next?',
    'Imagine pressing play. Where are you, and what’s outside the window?',
  ],

  // Work of hands
  made: ['What have you made that you’re still fond of?', 'Go back to the moment it first looked like something.'],
  repaired: ['What did you get working again?', 'The click, the light, the first turn. Who did you tell?'],
  'to-make': [
    'What would you like to make with your own hands?',
    'Imagine the table cleared, and the first piece in front of you.',
  ],
  broken: [
    'What did you break that couldn’t be mended?',
    'The sound it made, and the second after. One moment is enough.',
  ],
  unfinished: ['What did you work hard on and never finish?', 'The last time you put it down. What was still missing?'],
  'hands-later': [
    'What might your hands not be able to do one day?',
    'Imagine asking someone else to do it. You can stop whenever you want.',
  ],
  thing: ['Which object was always in your hands?', 'Its weight, its feel, where you kept it. Pick it up once more.'],
  'by-heart': [
    'What can you make without looking it up?',
    'The last time you made it: which part did your hands do by themselves?',
  ],
  'to-fix': [
    'What at home is waiting to be fixed?',
    'Imagine doing it at last. What’s in your hand, and what’s in the way?',
  ],

  // Weather
  'rain-outside': [
    'When was it lovely to be indoors while it rained?',
    'The window, the sound, what was warm. Sit there again.',
  ],
  'best-weather': [
    'Which day was worth it for the weather alone?',
    'Step outside once more. What do you feel on your face?',
  ],
  'first-warm-day': ['What will you do on the first warm day?', 'Imagine leaving your coat at home. Where do you go?'],
  storm: [
    'Which storm were you caught in?',
    'The wind, the light, who you were worried about. Go only as close as you like.',
  ],
  'long-season': [
    'Which winter or summer went on too long?',
    'The window, the hour, what you were waiting for. One day of it is enough.',
  ],
  'hard-season': [
    'Which part of the coming year will be hard?',
    'Imagine one evening of it. You can stop whenever you want.',
  ],
  'changed-plans': ['When did the weather change your plans?', 'Where were you standing when you let them go?'],
  sky: ['What was the sky like the last time you were outside?', 'Look up once more. What was underneath it?'],
  'cold-tomorrow': [
    'What will you put on when you next go out?',
    'Imagine the hook, the sleeve, the key in your pocket.',
  ],

  // Photographs
  'liked-photo': ['Which photo of yourself do you actually like?', 'What was going on just outside the frame?'],
  'glad-you-took': ['Which photo are you glad you took?', 'Go back to the second before you pressed the button.'],
  'photo-to-take': [
    'Which picture would you like to take this year?',
    'Imagine everyone getting into place. Who’s late?',
  ],
  'missing-in-it': [
    'Who’s missing from a picture they should be in?',
    'The gap, and where they would’ve stood. Go only as close as you like.',
  ],
  'in-a-drawer': [
    'Which photo do you keep out of sight?',
    'You don’t have to take it out. One corner of it is enough.',
  ],
  'found-by-chance': [
    'Which picture will hurt to look at one day?',
    'Imagine coming across it by chance. You can stop whenever you want.',
  ],
  'on-the-wall': ['Which picture hung on a wall where you used to live?', 'Stand in front of it. What’s next to it?'],
  'last-photo': ['What’s the last photo you took?', 'Where were you standing, and what was behind you?'],
  'photo-of-tomorrow': [
    'What would a photo of your day tomorrow show?',
    'Pick the hour. What’s closest to the camera?',
  ],

  // Journeys
  arrival: ['Whose arrival made you happy?', 'A door, a platform, someone waving. Be there again.'],
  'the-way-there': ['Which trip would you take again just for the way there?', 'Your seat, the window, what went by.'],
  'setting-off': ['Where would you like to go next?', 'Imagine closing the door behind you. What are you carrying?'],
  goodbye: ['Which goodbye has stayed with you?', 'The place, the light, the way home. Go only as close as you like.'],
  lost: ['When did you get lost?', 'The corner where you noticed. What did you do first?'],
  'unwanted-journey': [
    'Which journey would you rather not have to make?',
    'Imagine the platform, or the first mile. You can stop whenever you want.',
  ],
  way: [
    'Which route did you once know by heart?',
    'Walk a few steps of it on one particular day: a corner, a gate, the ground underfoot.',
  ],
  'next-to-you': [
    'Who sat next to you on your last journey?',
    'Their coat, their book, what they did with their hands.',
  ],
  'next-way': [
    'Which way will you go when you next leave the house?',
    'Imagine it from the door to the first crossing.',
  ],

  // Childhood
  'hiding-place': ['Where did you hide as a child?', 'Crawl in once more. What can you see from there?'],
  'endless-day': ['Which day of your childhood seemed to go on forever?', 'Bare feet, a bike, a hose. One hour of it.'],
  'passed-on': [
    'What from your childhood would you like to pass on?',
    'Imagine showing someone how it’s done. Who’s watching?',
  ],
  afraid: [
    'What were you afraid of as a child?',
    'The stairs, the dark, the neighbour’s dog. Stay as far away as you like.',
  ],
  'told-off': [
    'When were you told off for something you hadn’t done?',
    'Where you stood, and what you looked at meanwhile. One moment is enough.',
  ],
  'soon-gone': [
    'What from your childhood may soon be gone?',
    'Imagine standing there afterwards. One image is enough.',
  ],
  'place-in-class': [
    'What could you see from your seat at school?',
    'The board, the window, the head in front of you. Sit there for a moment.',
  ],
  'your-job': ['Which job at home was always yours?', 'Do it once more, on one particular day.'],
  'child-asks': ['What will a child ask you one day?', 'Imagine where you’re sitting. What do you say?'],

  // Turning points
  managed: ['What did you pull off that you weren’t sure you could?', 'Go back to the minute you knew it had worked.'],
  'said-yes': ['Which yes changed something for you?', 'Where you said it, and what you did straight afterwards.'],
  beginning: ['What would you like to begin?', 'Imagine the first morning of it. What do you do first?'],
  'went-wrong': ['What went wrong that mattered to you?', 'The moment you realised. You can stop whenever you want.'],
  'other-answer': [
    'Which answer wasn’t the one you’d hoped for?',
    'The letter, the screen, the voice. One moment is enough.',
  ],
  'letting-go': ['What will be hard to let go of?', 'Imagine the day it comes. One image is enough.'],
  'on-the-spot': ['What did you once decide on the spot?', 'Where were you standing, and what tipped it?'],
  'moving-day': [
    'What do you remember of a day you moved house?',
    'The empty room, the echo, the box you carried yourself.',
  ],
  'small-decision': ['Which small decision is coming up?', 'Imagine making up your mind. Where are you?'],
};

/** About what the person named. */
export const NAMED_BOOK: NamedBook = {
  song: (name) => [
    `A song: ${name}. Where were you when you heard it?`,
    'Let it begin again: the room, the light, who else was listening. One moment of it is enough.',
  ],
  place: (name) => [
    `A place: ${name}. Which day there comes back to you first?`,
    'Arrive once more. What do you see first, and what can you hear?',
  ],
  person: (name) => [
    `A person: ${name}. Which moment with them comes back to you?`,
    'Where were you both, and what was said, or left unsaid? Stay with that one moment.',
  ],
};
