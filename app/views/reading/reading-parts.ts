/** What stands below the finding of a recall, in one: what it rests on, and what earlier ratings make of it. */
import './learnt-reading';
import './rests-on';
