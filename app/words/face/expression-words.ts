import { msg } from '@lit/localize';
import type { Expression } from '../../domain/face/expression';

/** Names a facial expression: what the classifier sees, never what the person feels. Lower case, for use in a sentence. */
export function expressionWord(expression: Expression): string {
  switch (expression) {
    case 'neutral':
      return msg('neutral', { id: 'expression-neutral' });
    case 'happiness':
      return msg('happiness', { id: 'expression-happiness' });
    case 'surprise':
      return msg('surprise', { id: 'expression-surprise' });
    case 'sadness':
      return msg('sadness', { id: 'expression-sadness' });
    case 'anger':
      return msg('anger', { id: 'expression-anger' });
    case 'disgust':
      return msg('disgust', { id: 'expression-disgust' });
    case 'fear':
      return msg('fear', { id: 'expression-fear' });
    case 'contempt':
      return msg('contempt', { id: 'expression-contempt' });
  }
}

/** How a face with this expression looks, after "your face looked". */
export function expressionLook(expression: Expression): string {
  switch (expression) {
    case 'neutral':
      return msg('neutral', { id: 'look-neutral' });
    case 'happiness':
      return msg('happy', { id: 'look-happiness' });
    case 'surprise':
      return msg('surprised', { id: 'look-surprise' });
    case 'sadness':
      return msg('sad', { id: 'look-sadness' });
    case 'anger':
      return msg('angry', { id: 'look-anger' });
    case 'disgust':
      return msg('disgusted', { id: 'look-disgust' });
    case 'fear':
      return msg('frightened', { id: 'look-fear' });
    case 'contempt':
      return msg('contemptuous', { id: 'look-contempt' });
  }
}
