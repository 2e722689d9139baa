/** What no finding says: it judges nothing, advises nothing, blames nothing, and tells nobody what they feel. */
export const NEVER_SAID =
  /\b(should|must|try|avoid|need to|good|bad|better|worse|best|worst|happy|happier|sadder|healthy|because|cause[sd]?|makes? you|you feel|you felt|you are|you’re|well done|sorry|unfortunately|significant\w*)\b|!/i;
