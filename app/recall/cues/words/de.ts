import type { CueBook, NamedBook } from '../cue-book';

/** Each read aloud: a question a friend might ask, and a line that leads to one moment of it. */
export const CUE_BOOK: CueBook = {
  // Menschen
  laughter: [
    'Wann hast du zuletzt gelacht, bis dir der Bauch wehtat?',
    'Wer war dabei, und womit fing es an? Bleib bei diesem einen Moment.',
  ],
  kindness: [
    'Wer war einmal gut zu dir, ohne es zu müssen?',
    'Ein Gesicht, eine Stimme, eine Geste. Ein Moment genügt.',
  ],
  reunion: [
    'Auf wen freust du dich, wenn ihr euch wiederseht?',
    'Stell dir die erste Minute vor: den Ort, die Schritte, die ersten Worte.',
  ],
  quarrel: [
    'Welchen Streit würdest du gern noch einmal führen, nur anders?',
    'Wo du standest, was gesagt wurde. Ein Moment davon genügt.',
  ],
  'left-out': [
    'Wann hast du einmal nicht dazugehört?',
    'Der Raum, die anderen, wo du hingeschaut hast. Geh nur so nah heran, wie du magst.',
  ],
  'hard-talk': [
    'Welches Gespräch schiebst du vor dir her?',
    'Stell dir den ersten Satz vor und das Gesicht dir gegenüber. Du kannst jederzeit aufhören.',
  ],
  stranger: [
    'An welchen fremden Menschen denkst du heute noch?',
    'Wo war das, und was tat dieser Mensch, als er dir auffiel?',
  ],
  'known-voice': [
    'Wessen Stimme würdest du an einem einzigen Wort erkennen?',
    'Als du sie zuletzt gehört hast: Wo standest du da?',
  ],
  'next-to-speak': [
    'Mit wem wirst du als Nächstes reden?',
    'Stell dir vor, die Tür geht auf oder das Telefon klingelt. Wer spricht zuerst?',
  ],

  // Orte
  'at-home': ['Wo warst du einmal ganz zu Hause?', 'Setz dich noch einmal hin. Was siehst du vor dir?'],
  view: [
    'Bei welchem Ausblick bist du stehen geblieben?',
    'Bleib noch ein wenig länger. Was bewegt sich, und was ist still?',
  ],
  'see-again': [
    'Welchen Ort würdest du gern wiedersehen?',
    'Stell dir die letzte Ecke davor vor, und dann liegt er vor dir.',
  ],
  'sorry-to-leave': [
    'Von welchem Ort bist du ungern weggegangen?',
    'Der letzte Blick zurück: Was war noch da? Geh nur so nah heran, wie du magst.',
  ],
  'unwanted-room': [
    'In welchem Zimmer wolltest du nicht sein?',
    'Die Tür, der Stuhl, wo du immer wieder hingeschaut hast. Ein Moment genügt.',
  ],
  'changing-place': [
    'Welcher Ort wird nicht so bleiben, wie er ist?',
    'Stell dir vor, du gehst vorbei, und er ist anders. Wonach suchst du zuerst?',
  ],
  kitchen: [
    'Welcher Moment in einer Küche ist dir geblieben?',
    'Ein Platz, ein Geruch, jemand am Tisch. Ein Moment genügt.',
  ],
  'usual-seat': [
    'Wo hast du Hunderte Stunden lang gesessen?',
    'Nimm einen ganz gewöhnlichen Tag dort. Was lag in Reichweite?',
  ],
  'this-time-tomorrow': [
    'Wo wirst du morgen um diese Zeit sein?',
    'Schau dich um: Was ist in der Nähe, und was hörst du?',
  ],

  // Erste Male
  'first-money': [
    'Was hast du dir als Erstes von deinem eigenen Geld gekauft?',
    'Der Laden, die Tüte, der Heimweg. Wann hast du es zum ersten Mal richtig angeschaut?',
  ],
  'by-yourself': [
    'Was hast du zum ersten Mal ganz allein geschafft?',
    'Die Sekunde, in der du merktest, dass niemand half: Was hast du gesehen?',
  ],
  'never-done': ['Was möchtest du gern zum ersten Mal tun?', 'Stell dir die Minute davor vor. Wer ist bei dir?'],
  'first-day': [
    'Welcher erste Tag war schwer zu überstehen?',
    'Der Weg hinein, die Namen, die du noch nicht kanntest. Ein Moment davon genügt.',
  ],
  'not-true': [
    'Was hast du geglaubt, bis du herausfandest, dass es nicht stimmt?',
    'Wo warst du, als du es erfuhrst? Du kannst jederzeit aufhören.',
  ],
  'first-without': [
    'Was wirst du zum ersten Mal ohne jemanden tun?',
    'Stell dir den Moment vor, in dem du sonst etwas zu diesem Menschen sagen würdest. Geh nur so nah heran, wie du magst.',
  ],
  'first-room': [
    'Welches ist das erste Zimmer, an das du dich erinnerst?',
    'Fang beim Fenster an oder beim Boden. Was war auf deiner Augenhöhe?',
  ],
  'shown-how': [
    'Wer hat dir etwas beigebracht, das du heute noch jede Woche tust?',
    'Beim ersten Mal: die Hände, der Raum, dein erster Versuch.',
  ],
  'to-learn': [
    'Was wirst du als Nächstes lernen müssen?',
    'Stell dir die erste Seite vor, oder wie es dir jemand zum ersten Mal zeigt.',
  ],

  // Sinne
  smell: ['Welcher Geruch bringt dich sofort an einen anderen Ort?', 'Folge ihm an einen bestimmten Tag. Wer ist da?'],
  'taste-outdoors': [
    'Was war das Beste, was du je im Freien gegessen hast?',
    'Wo hast du gesessen, und wer hat als Erstes abgebissen?',
  ],
  'taste-to-come': [
    'Auf welchen Geschmack oder Geruch wartest du dieses Jahr?',
    'Erdbeeren, ein Holzfeuer, das Meer. Stell dir den ersten Atemzug davon vor.',
  ],
  'sound-in-the-dark': [
    'Bei welchem Geräusch hat dir einmal das Herz bis zum Hals geschlagen?',
    'Wo warst du, als du es hörtest? Geh nur bis an den Rand davon.',
  ],
  'worn-out': [
    'Wann warst du so durchgefroren oder müde, dass du fast aufgegeben hättest?',
    'Deine Hände, der Boden, wie weit es noch war. Ein Moment genügt.',
  ],
  'to-be-missed': [
    'Welches alltägliche Geräusch wird dir einmal fehlen?',
    'Stell dir vor, du horchst darauf, und es kommt nicht. Ein Atemzug davon genügt.',
  ],
  fabric: [
    'Welchen Stoff würdest du mit geschlossenen Augen erkennen?',
    'Ein Mantel, ein Vorhang, ein Autositz. Leg noch einmal die Hand darauf.',
  ],
  'sounds-at-night': [
    'Was war nachts zu hören, wo du früher gewohnt hast?',
    'Lieg noch einmal dort. Was ist nah, und was ist weit weg?',
  ],
  'light-tonight': [
    'Wie wird das Licht heute Abend sein?',
    'Stell dir das Zimmer vor, in dem du sein wirst. Welche Lampe geht zuerst an?',
  ],

  // Kleine alltägliche Dinge
  'small-success': [
    'Welche Kleinigkeit ist dir diese Woche gelungen?',
    'Nichts Großes. Geh zurück in die Sekunde, in der es klappte.',
  ],
  'plain-meal': ['An welches einfache Essen denkst du gern zurück?', 'Wer saß am Tisch, und was wurde herumgereicht?'],
  'looking-forward': ['Worauf freust du dich?', 'Nimm eine Stunde davon. Wo bist du, und was siehst du zuerst?'],
  'bad-start': [
    'Welcher Tag ging schief, bevor er richtig angefangen hatte?',
    'Das Erste, was danebenging. Den Rest des Tages kannst du weglassen.',
  ],
  'forgotten-promise': [
    'Was hast du einmal versprochen und dann vergessen?',
    'Der Moment, in dem es dir wieder einfiel. Geh nur so nah heran, wie du magst.',
  ],
  'behind-you': [
    'Was hättest du gern schon hinter dir?',
    'Stell dir die Minute vor, bevor es anfängt. Du kannst jederzeit aufhören.',
  ],
  morning: [
    'Wie hat der Morgen heute angefangen?',
    'Das Licht, das erste Geräusch, das Erste, wonach du gegriffen hast.',
  ],
  bag: ['Was war früher jeden Tag in deiner Tasche?', 'Mach sie noch einmal auf. Was finden deine Finger zuerst?'],
  errand: ['Was musst du als Nächstes erledigen?', 'Geh es einmal im Kopf durch, von der Haustür an.'],

  // Musik
  dance: ['Wann hast du getanzt, und es war dir egal, wer zusah?', 'Der Boden, das Lied, wer neben dir war.'],
  'on-repeat': [
    'Welches Lied hast du einmal immer wieder gehört?',
    'Wo hast du es gehört? Lass es noch einmal anfangen.',
  ],
  'live-music': [
    'Wen würdest du gern einmal live hören?',
    'Stell dir die Sekunde vor dem ersten Ton vor. Was siehst du?',
  ],
  'turned-off': ['Welches Lied musstest du einmal ausmachen?', 'Wo warst du, als es kam? Eine Zeile davon genügt.'],
  'too-loud': [
    'Wann waren alle besser gelaunt als du?',
    'Die Musik, das Licht, der Weg hinaus. Geh nur so nah heran, wie du magst.',
  ],
  'hard-to-hear': [
    'Bei welchem Lied wird dir das Zuhören einmal schwerfallen?',
    'Stell dir vor, es läuft, wenn du nicht damit rechnest. Du kannst jederzeit aufhören.',
  ],
  background: [
    'Was lief im Hintergrund, als du aufgewachsen bist?',
    'Ein Zimmer, ein Nachmittag, ein Radio oder die Nachbarn. Hör einfach hin.',
  ],
  humming: [
    'Welche Melodie summst du, ohne es zu merken?',
    'Als du dich zuletzt dabei ertappt hast: Was taten deine Hände?',
  ],
  'next-song': [
    'Was wirst du als Nächstes hören?',
    'Stell dir vor, du drückst auf Start. Wo bist du, und was ist vor dem Fenster?',
  ],

  // Mit den Händen
  made: [
    'Was hast du selbst gemacht, woran du heute noch hängst?',
    'Geh zurück in den Moment, in dem es zum ersten Mal nach etwas aussah.',
  ],
  repaired: [
    'Was hast du wieder zum Laufen gebracht?',
    'Das Klicken, das Licht, die erste Drehung. Wem hast du es erzählt?',
  ],
  'to-make': [
    'Was würdest du gern mit deinen Händen machen?',
    'Stell dir den freigeräumten Tisch vor und das erste Stück vor dir.',
  ],
  broken: [
    'Was ist dir kaputtgegangen und war nicht mehr zu retten?',
    'Das Geräusch, und die Sekunde danach. Ein Moment genügt.',
  ],
  unfinished: [
    'Woran hast du lange gearbeitet, ohne je fertig zu werden?',
    'Als du es zuletzt weggelegt hast: Was fehlte noch?',
  ],
  'hands-later': [
    'Was werden deine Hände vielleicht einmal nicht mehr können?',
    'Stell dir vor, du bittest jemand anderen darum. Du kannst jederzeit aufhören.',
  ],
  thing: [
    'Welchen Gegenstand hattest du ständig in der Hand?',
    'Wie schwer er war, wie er sich anfühlte, wo er lag. Nimm ihn noch einmal in die Hand.',
  ],
  'by-heart': [
    'Was kannst du machen, ohne nachzusehen?',
    'Als du es zuletzt gemacht hast: Was taten deine Hände ganz von allein?',
  ],
  'to-fix': [
    'Was müsste bei dir zu Hause längst repariert werden?',
    'Stell dir vor, du machst es endlich. Was hast du in der Hand, und was ist im Weg?',
  ],

  // Wetter
  'rain-outside': [
    'Wann war es schön, drinnen zu sein, während es regnete?',
    'Das Fenster, das Geräusch, was warm war. Setz dich noch einmal dorthin.',
  ],
  'best-weather': [
    'Welcher Tag war schon wegen des Wetters schön?',
    'Geh noch einmal hinaus. Was spürst du auf dem Gesicht?',
  ],
  'first-warm-day': [
    'Was wirst du am ersten warmen Tag tun?',
    'Stell dir vor, du lässt die Jacke zu Hause. Wohin gehst du?',
  ],
  storm: [
    'In welchen Sturm bist du einmal geraten?',
    'Der Wind, das Licht, um wen du dir Sorgen gemacht hast. Geh nur so nah heran, wie du magst.',
  ],
  'long-season': [
    'Welcher Winter oder Sommer hat zu lange gedauert?',
    'Das Fenster, die Uhrzeit, worauf du gewartet hast. Ein Tag davon genügt.',
  ],
  'hard-season': [
    'Welcher Teil des kommenden Jahres wird schwer?',
    'Stell dir einen Abend davon vor. Du kannst jederzeit aufhören.',
  ],
  'changed-plans': [
    'Wann hat dir das Wetter einen Strich durch die Rechnung gemacht?',
    'Wo standest du, als du den Plan aufgegeben hast?',
  ],
  sky: ['Wie war der Himmel, als du zuletzt draußen warst?', 'Schau noch einmal hinauf. Was war darunter?'],
  'cold-tomorrow': [
    'Was wirst du anziehen, wenn du das nächste Mal hinausgehst?',
    'Stell dir den Haken vor, den Ärmel, den Schlüssel in der Tasche.',
  ],

  // Fotos
  'liked-photo': ['Welches Foto von dir magst du wirklich?', 'Was war los, knapp außerhalb des Bildes?'],
  'glad-you-took': [
    'Bei welchem Foto bist du froh, dass du es gemacht hast?',
    'Geh zurück in die Sekunde, bevor du abgedrückt hast.',
  ],
  'photo-to-take': [
    'Welches Foto würdest du dieses Jahr gern machen?',
    'Stell dir vor, wie sich alle aufstellen. Wer kommt zu spät?',
  ],
  'missing-in-it': [
    'Wer fehlt auf einem Bild und gehört doch dazu?',
    'Die Lücke, und wer dort gestanden hätte. Geh nur so nah heran, wie du magst.',
  ],
  'in-a-drawer': [
    'Welches Foto hast du so weggelegt, dass du es nicht siehst?',
    'Du musst es nicht hervorholen. Eine Ecke davon genügt.',
  ],
  'found-by-chance': [
    'Welches Bild wird dir einmal wehtun?',
    'Stell dir vor, es fällt dir zufällig in die Hände. Du kannst jederzeit aufhören.',
  ],
  'on-the-wall': ['Welches Bild hing an einer Wand, wo du früher gewohnt hast?', 'Stell dich davor. Was ist daneben?'],
  'last-photo': ['Was hast du zuletzt fotografiert?', 'Wo standest du, und was war hinter dir?'],
  'photo-of-tomorrow': [
    'Was würde ein Foto von deinem morgigen Tag zeigen?',
    'Such dir die Stunde aus. Was ist der Kamera am nächsten?',
  ],

  // Reisen
  arrival: [
    'Über wessen Ankunft hast du dich einmal richtig gefreut?',
    'Eine Tür, ein Bahnsteig, jemand winkt. Sei noch einmal dort.',
  ],
  'the-way-there': [
    'Welche Reise würdest du nur für die Hinfahrt noch einmal machen?',
    'Dein Platz, das Fenster, was vorbeizog.',
  ],
  'setting-off': [
    'Wohin möchtest du als Nächstes?',
    'Stell dir vor, du ziehst die Tür hinter dir zu. Was hast du dabei?',
  ],
  goodbye: [
    'Welcher Abschied ist dir geblieben?',
    'Der Ort, das Licht, der Heimweg. Geh nur so nah heran, wie du magst.',
  ],
  lost: ['Wann hast du dich einmal verlaufen?', 'Die Ecke, an der du es merktest. Was hast du als Erstes getan?'],
  'unwanted-journey': [
    'Welche Reise würdest du lieber nicht antreten?',
    'Stell dir den Bahnsteig vor oder den ersten Kilometer. Du kannst jederzeit aufhören.',
  ],
  way: [
    'Welchen Weg kanntest du einmal im Schlaf?',
    'Geh ein paar Schritte davon, an einem bestimmten Tag: eine Ecke, ein Tor, der Boden unter den Füßen.',
  ],
  'next-to-you': ['Wer saß auf deiner letzten Fahrt neben dir?', 'Die Jacke, das Buch, was die Hände taten.'],
  'next-way': [
    'Welchen Weg nimmst du, wenn du das nächste Mal aus dem Haus gehst?',
    'Stell ihn dir vor, von der Tür bis zur ersten Kreuzung.',
  ],

  // Kindheit
  'hiding-place': ['Wo hast du dich als Kind versteckt?', 'Kriech noch einmal hinein. Was siehst du von dort?'],
  'endless-day': [
    'Welcher Tag deiner Kindheit wollte gar nicht aufhören?',
    'Nackte Füße, ein Rad, ein Gartenschlauch. Eine Stunde davon.',
  ],
  'passed-on': [
    'Was aus deiner Kindheit möchtest du weitergeben?',
    'Stell dir vor, du zeigst jemandem, wie es geht. Wer schaut zu?',
  ],
  afraid: [
    'Wovor hattest du als Kind Angst?',
    'Die Treppe, das Dunkel, der Hund von nebenan. Bleib so weit weg, wie du willst.',
  ],
  'told-off': [
    'Wann wurdest du für etwas ausgeschimpft, das du nicht getan hattest?',
    'Wo du standest, und wohin du solange geschaut hast. Ein Moment genügt.',
  ],
  'soon-gone': [
    'Was aus deiner Kindheit könnte es bald nicht mehr geben?',
    'Stell dir vor, du stehst danach dort. Ein Bild genügt.',
  ],
  'place-in-class': [
    'Was hast du in der Schule von deinem Platz aus gesehen?',
    'Die Tafel, das Fenster, der Kopf vor dir. Setz dich einen Moment dorthin.',
  ],
  'your-job': ['Was war zu Hause immer deine Aufgabe?', 'Erledige sie noch einmal, an einem bestimmten Tag.'],
  'child-asks': ['Was wird dich einmal ein Kind fragen?', 'Stell dir vor, wo du sitzt. Was sagst du?'],

  // Wendepunkte
  managed: [
    'Was hast du geschafft, obwohl du nicht sicher warst?',
    'Geh zurück in die Minute, in der du wusstest, dass es gelungen ist.',
  ],
  'said-yes': [
    'Welches Ja hat für dich etwas verändert?',
    'Wo du es gesagt hast, und was du gleich danach getan hast.',
  ],
  beginning: ['Was würdest du gern anfangen?', 'Stell dir den ersten Morgen davon vor. Was tust du zuerst?'],
  'went-wrong': [
    'Was ist schiefgegangen, obwohl es dir wichtig war?',
    'Der Moment, in dem du es begriffen hast. Du kannst jederzeit aufhören.',
  ],
  'other-answer': [
    'Welche Antwort war nicht die, auf die du gehofft hattest?',
    'Der Brief, der Bildschirm, die Stimme. Ein Moment genügt.',
  ],
  'letting-go': ['Was wird schwer loszulassen sein?', 'Stell dir den Tag vor, an dem es so weit ist. Ein Bild genügt.'],
  'on-the-spot': ['Was hast du einmal auf der Stelle entschieden?', 'Wo standest du, und was gab den Ausschlag?'],
  'moving-day': [
    'Was weißt du noch von einem Umzug?',
    'Das leere Zimmer, der Hall, die Kiste, die du selbst getragen hast.',
  ],
  'small-decision': ['Welche kleine Entscheidung steht an?', 'Stell dir vor, du entscheidest dich. Wo bist du?'],
};

/** About what the person named. */
export const NAMED_BOOK: NamedBook = {
  song: (name) => [
    `Ein Lied: ${name}. Wo warst du, als du es gehört hast?`,
    'Lass es noch einmal anfangen: der Raum, das Licht, wer noch zuhört. Ein Moment davon genügt.',
  ],
  place: (name) => [
    `Ein Ort: ${name}. Welcher Tag dort fällt dir als Erstes ein?`,
    'Komm noch einmal an. Was siehst du zuerst, und was hörst du?',
  ],
  person: (name) => [
    `Ein Mensch: ${name}. Welcher gemeinsame Moment fällt dir ein?`,
    'Wo wart ihr beide, und was wurde gesagt oder auch nicht? Bleib bei diesem einen Moment.',
  ],
};
