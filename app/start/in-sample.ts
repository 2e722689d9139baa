import { holdVisit } from '../services/samples';
import '../views/sample/band';

// What a page of the sample has besides, from its first draw on. See: [Note: The sample journal]
holdVisit();
