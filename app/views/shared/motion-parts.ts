/** What a face did and what it taught, in one: both lie below the chart, and are fetched when somebody comes near them. */
import '../../charts/motion/motion';
import './learnt-reading';
