/** What a face did, what that rests on and what it taught, in one: all lie below the chart, and are fetched when somebody comes near them. */
import '../../charts/motion/motion';
import './reading-parts';
