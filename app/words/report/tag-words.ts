import { msg } from '@lit/localize';
import type { TagKind } from '../../domain/report/tags';

/** What tags of a kind are called together. */
export function tagKindWord(kind: TagKind): string {
  switch (kind) {
    case 'person':
      return msg('People');
    case 'place':
      return msg('Places');
    case 'activity':
      return msg('Activities');
    case 'own':
      return msg('Anything else');
  }
}

/** What the field for a new one says. */
export function newTagWord(kind: TagKind): string {
  switch (kind) {
    case 'person':
      return msg('Add a person');
    case 'place':
      return msg('Add a place');
    case 'activity':
      return msg('Add an activity');
    case 'own':
      return msg('Add anything else');
  }
}
