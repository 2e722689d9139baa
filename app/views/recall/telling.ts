/** The screens on which the person tells of it, once the recall is over: fetched together, while they still prepare. */
import './report';
import './review';
import './saved';
