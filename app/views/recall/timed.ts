/** The screens of the recall itself, with its ways out: fetched together, while the person still prepares. */
import './paused';
import './recall-step';
import './rest';
import './talking';
