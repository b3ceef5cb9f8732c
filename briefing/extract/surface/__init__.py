"""The extractor for languages without a parser: marks, verbs of saying, lexicons and dictionary forms.

A language is a folder of data, `briefing/extract/<language>/`, and no code. A folder with a `grammar.toml` is read by
these rules. All words are in lower case unless said otherwise, in their dictionary form unless said otherwise. Lists in
one string are parted by commas; where the file says "between blanks", by white space. What a language lacks is an empty
string or list; every key has to be there. The files and their keys:

`grammar.toml`
    `[traits]` cases (nouns and names change their endings with their part in the sentence), comma_name ("the
    minister, X," names the minister), capital_nouns, null_subject (a verb without a subject speaks of the last
    one), nonpast_is_future (the present of whole acts is the future, as in Slavic languages), reach (how many
    tokens before a participle or infinitive its auxiliary may stand: 3; 25 where verbs close the clause),
    ordinal_stop (optional: "26. September"), name_words (how many words a name has that follows a title when its
    given name is not known; 0: all that have a capital letter).
    `[words]`, between blanks, as written: elided (what loses its vowel before an apostrophe: "l d qu"); clitics
    (what leans on a verb with a hyphen: "il elle"); within (prepositions of place); topics (nouns that say what an
    office is for, after a preposition: "minister for matters of"); prepositions; articles; joins (what may join a
    title to what it is a title of); genitives (optional: articles among them that do so right after the title:
    "der");
    oblique (optional: articles that begin no subject: "den dem"); conjunctions ("and"); clause_starts ("that", "but",
    "because", with a comma before them, or before reported
    speech); relatives ("who", "which"); negations; hedges (possibility, wish,
    conditional: under them nothing is so); adverbs (may stand between a verb and its subject; words of time,
    "also", "reporters" as those told); abbreviations (without their full stop; they end no sentence);
    perfect (auxiliaries that make a participle a past tense); prospective (auxiliaries that make an infinitive a
    future); passive (auxiliaries); reflexives;
    we; i; small (more words that begin no name, besides the commonest of the
    language, which `briefing.text.language` has).
    `[pronouns]` m, f, p: third persons that can be a subject, between blanks.
    `[tenses]` verb endings between blanks by tense; tried in the order of the file: past, present, future, free
    (conditional, subjunctive), infinitive, participle.
    `[forms]` whole words by tense where the ending misleads ("none": no verb at all).
    `[agreement]` verb endings by who acts: m, f, p (past tense with gender; plural), we, i (first persons).
    `[reported]` (optional) future: endings of the future as it is told of what somebody said ("that he would").
    `[participles]` (optional) regular expression of regular participles = infinitives that they may be of, tried
    in turn; for those after an auxiliary that the dictionary takes for something else.
    `[lemmas]` written form = dictionary form, where the dictionary errs; irregular, or a noun taken for a verb.
`saying.toml`
    `[verbs]` plain (list: verbs of saying), reports (the commonest forms of the plainest), calls
    (optional: verbs of calling something by words in marks), impersonal (verbs of what is written: "the statement
    reads").
    `[nouns]` words (list: statement, post, letter: what is written and speaks for itself).
    `[sources]` according (list: words right before a source), theirs ({ m, f }: the same with a pronoun, "in his
    words"), colon_labels (labels that are nobody's).
    `[names]` before (list: nouns before marks that hold a name: book, newspaper, company).
    `[layout]` dialogue (speech may be set off by dashes), tight_dashes (dashes cling to the report: "—dijo X—"),
    bare_dashes (optional: no comma before the dash: "– Tak – powiedział X"), comma_reports (optional: in speech after
    a dash the report follows a comma: "– Oui, a dit X."),
    inner_reports (a report may stand inside the marks between dashes), inserted (optional: a regular expression
    with a group `report` for a report between commas inside the marks).
`titles.toml`
    `[heads]` national (offices of state), other, plural (nominative plurals of either): phrases of up to five words
    in the nominative singular. Persons known by what they are ("neighbour", "farmer", "spokesman") are heads too.
    `[endings]` (optional) f, m, n (either), between blanks: last letters of nouns for persons; such a noun beside a
    full name is a title too; sure: ends of such nouns even where the dictionary has them.
    `[gender]` m, f: heads that tell it. `[honorifics]` m, f, n: as written.
    `[words]` modifiers (adjectives before a head), local (offices of a town or region), envoys
    (ambassadors), counterparts ("his counterpart"), generic (optional: nouns for anybody who was
    named before: "man", "politician"), not_people (words with a capital letter that are no part of a person's name:
    weekdays, months, continents, streets,
    agencies); ending (optional: those of them that end a title, so that a name may follow).
    `[bodies]` heads (nouns by which bodies are known), groups (nouns for those who act together).
    `[same]` head = list of other heads that it can stand for ("head of state" = president).
`names.toml`
    `[given]` m, f: given names between blanks. `[within]` particles,
    unchanging (last letters of given names that are the same in every case), fixed (optional: those that no other
    name has in another case: "Nino"), twins (optional: given names whose oblique forms are another's too). An ending
    whose nominative is "?" tells none: the name stays as written.
    `[cases.m]`, `[cases.f]` ending = ending of the nominative, for inflected names; empty `[cases]` where none.
`countries.toml`
    `[countries]` code = { names, people (adjectives of the nation, each gender), cities, bodies (of that state
    alone) }, capitals as written. `[inflected]` (optional) ending of the adjectives in the list = endings that take
    its
    place in other cases and genders.
    `[home]` countries (where newspapers are written in the language, between blanks), seats (cities that stand for
    what sits there), international (words of bodies that are no one country's), federal (optional: a
    regular expression of offices that only these countries have). `[home.signs]` code = words that only the affairs
    of this country have: regions,
    parties, offices; none that two countries of the language share. `[home.spelling]` (optional) code = a regular
    expression of words
    that are spelled so there alone.
`attendance.toml`
    `[[rule]]` mode, who (subject, object, all: everybody in the clause), verbs (phrases of dictionary forms, up to
    eight words between), event (true: only in a clause that names an occasion).
    `[words]` press (who speaks to these is quoted, and met nobody), at (prepositions before an occasion),
    companions ("with"), both between blanks; phrases: remote, other_times, occasions, expected (verbs over what is
    to come), absent (of refusing), presence (verbs of being there: who did not do so was absent).
`commitments.toml`
    `[verbs]` phrase = [kind, shapes ...]; shapes: any, to (an infinitive follows), that (a clause follows), money
    (a sum in the clause), self (reflexive), a list of `[nouns]` (document, deed, aid, stance ...), now (in the
    present tense too), whole (its present form means the future; Slavic). A done act told of
    the future becomes planned.
    Another shape: will (a clause in the future follows: "assured that it will").
    `[will]` idle (optional, a list: verbs that are no doing: "be", "need"; where it is given, every other verb in the
    future of an ending or auxiliary is a plan), verbs that are a plan in the future tense; refusals (more verbs that
    are a refusal there when negated);
    only (words after the negation or verb that refuse nothing, between blanks). `[vetoes]` phrases. `[conditions]`
    words between blanks; purpose (optional: words before an infinitive that tell what something is done for).
    `[agents]` words that lead in who acts in a passive, between blanks.
`events.toml`
    named (nouns in proper names of events), common (by themselves, weightiest first), places (prepositions of
    place).
`times.toml`, `amounts.toml`
    As English has them; `[form]` of amounts: decimal (","), to (words between the ends of a range), vague and more
    (regular expressions, may be empty).

How to measure: articles with keys in `tests/quality/corpus/<language>/dev`.
"""
