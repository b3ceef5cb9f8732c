"""Hand-made briefs: the two shipped articles for a reader of Ukrainian, and a page that reads right to left."""

# ruff: noqa: E501  what people said is not broken up

from __future__ import annotations

from briefing.model.manuscript import (
    Block,
    Callout,
    Furniture,
    Heading,
    Listing,
    Manuscript,
    PageBreak,
    Pairs,
    Paragraph,
    ParagraphStyle,
    Properties,
    Quotation,
    Run,
    Runs,
    Table,
    Tone,
)


def plain(text: str) -> Runs:
    """One plain run."""
    return (Run(text=text),)


def strong(text: str) -> Runs:
    """One strong run."""
    return (Run(text=text, tone=Tone.STRONG),)


def reference(*numbers: int) -> Runs:
    """References to numbered sources, each linked."""
    return tuple(Run(text=f"[{number}]", tone=Tone.REFERENCE, link=f"#source-{number}") for number in numbers)


def person(name: str, original: str, role: str, mode: str, source: int) -> tuple[Runs, ...]:
    """A row of the table of attendees."""
    fact = f"attendee:{original}/{source}"
    return (
        (
            Run(text=name, tone=Tone.STRONG, fact=fact),
            Run(text="\n"),
            Run(text=original, tone=Tone.QUIET, language="en"),
        ),
        plain(role),
        (Run(text=mode), *reference(source)),
    )


def said(words: str, speaker: str, role: str, source: int) -> Quotation:
    """A quotation in English in a Ukrainian brief."""
    return Quotation(
        words=(Run(text="«"), Run(text=words, language="en", fact=f"quote:{words[:12]}"), Run(text="»")),
        attribution=(*strong(speaker), Run(text=f", {role} "), *reference(source)),
    )


def promise(actor: str, what: str, kind: str, deadline: str, source: int) -> tuple[Runs, ...]:
    """A row of the table of commitments."""
    return (
        strong(actor),
        (Run(text=what, language="en", fact=f"commitment:{what[:16]}"), Run(text=" "), *reference(source)),
        plain(kind),
        plain(deadline),
    )


_PEOPLE = ("Учасник", "Посада", "Участь")
_PROMISES = ("Хто", "Що саме", "Вид", "Строк")


def _opening() -> tuple[Block, ...]:
    return (
        Paragraph(runs=plain("Для службового користування"), style=ParagraphStyle.MARKING),
        Paragraph(runs=plain("Оборонна промисловість України: Київ і Вашингтон"), style=ParagraphStyle.TITLE),
        Paragraph(runs=plain("Довідка за матеріалами двох публікацій про дві події"), style=ParagraphStyle.SUBTITLE),
        Pairs(
            rows=(
                (
                    plain("Події"),
                    plain(
                        "Міжнародний форум оборонних індустрій; Конференція США — Україна з питань оборонної промисловості"
                    ),
                ),
                (plain("Місце"), plain("Київ; Вашингтон, округ Колумбія")),
                (
                    plain("Дата"),
                    (
                        Run(text="п’ятниця ("),
                        Run(text="Friday", language="en"),
                        Run(text="), дату не встановлено; 5–6 грудня 2023 р."),
                    ),
                ),
                (plain("Підготовлено для"), plain("Міністр оборони України")),
            )
        ),
        Heading(level=1, runs=plain("Коротко"), anchor="glance"),
        Paragraph(
            runs=plain("12 осіб у двох подіях, 8 зобов’язань і прохань, 16 цитат. Усі цитати звірено з джерелами."),
            style=ParagraphStyle.LEAD,
        ),
        Listing(
            items=(
                (
                    Run(text="Створено "),
                    *strong("Альянс оборонних індустрій"),
                    Run(text="; 13 компаній уже підписали декларацію "),
                    *reference(1),
                ),
                (
                    Run(
                        text="Україна планує заснувати спеціальний фонд з дивідендів державних оборонних ресурсів і доходів від продажу конфіскованих російських активів "
                    ),
                    *reference(1),
                ),
                (
                    Run(text="США вже вклали близько "),
                    *strong("27 млрд дол. США"),
                    Run(text=" у виробництво критично важливих спроможностей для України "),
                    *reference(2),
                ),
            )
        ),
        Callout(
            runs=(
                Run(text="Увага. ", tone=Tone.STRONG),
                Run(
                    text="Дату форуму в Києві не встановлено: у тексті є лише день тижня, а дата на сторінці належить сайту, що передрукував матеріал."
                ),
            )
        ),
    )


def _people() -> tuple[Block, ...]:
    return (
        Heading(level=1, runs=plain("Учасники"), anchor="attendees"),
        Heading(level=2, runs=plain("Міжнародний форум оборонних індустрій")),
        Table(
            header=tuple(plain(cell) for cell in _PEOPLE),
            widths=(1.25, 1.6, 1.0),
            rows=(
                (strong("Україна"),),
                person("Володимир Зеленський", "Volodymyr Zelenskyy", "Президент", "особисто", 1),
                person("Рустем Умєров", "Rustem Umerov", "Міністр оборони", "цитовано; присутність не зазначено", 1),
                person(
                    "Дмитро Кулеба",
                    "Dmytro Kuleba",
                    "Міністр закордонних справ",
                    "цитовано; присутність не зазначено",
                    1,
                ),
                (strong("НАТО"),),
                person("Єнс Столтенберг", "Jens Stoltenberg", "Генеральний секретар", "дистанційно", 1),
                person(
                    "Венді Гілмор",
                    "Wendy Gilmour",
                    "помічниця Генерального секретаря з оборонних інвестицій",
                    "особисто",
                    1,
                ),
            ),
        ),
        Heading(level=2, runs=plain("Конференція США — Україна з питань оборонної промисловості")),
        Table(
            header=tuple(plain(cell) for cell in _PEOPLE),
            widths=(1.25, 1.6, 1.0),
            rows=(
                (strong("Україна"),),
                person("Андрій Єрмак", "Andriy Yermak", "Керівник Офісу Президента України", "особисто", 2),
                person("Руслан Стефанчук", "Ruslan Stefanchuk", "Голова Верховної Ради", "особисто", 2),
                person(
                    "Олександр Камишін",
                    "Oleksandr Kamyshin",
                    "Міністр з питань стратегічних галузей промисловості",
                    "особисто",
                    2,
                ),
                (strong("Сполучені Штати"),),
                person("Джина Раймондо", "Gina Raimondo", "Міністр торгівлі", "особисто", 2),
                person("Ллойд Остін", "Lloyd Austin", "Міністр оборони", "цитовано; присутність не зазначено", 2),
                person(
                    "Пенні Пріцкер",
                    "Penny Pritzker",
                    "Спеціальний представник з питань економічного відновлення України",
                    "цитовано; присутність не зазначено",
                    2,
                ),
            ),
        ),
    )


def _promises() -> tuple[Block, ...]:
    header = tuple(plain(cell) for cell in _PROMISES)
    widths = (1.1, 2.5, 0.9, 0.8)
    return (
        Heading(level=1, runs=plain("Зобов’язання")),
        Table(
            header=header,
            widths=widths,
            rows=(
                promise(
                    "Україна",
                    "plans to establish a special fund, which will be paid into through dividends from state defense resources",
                    "заплановано",
                    "не зазначено",
                    1,
                ),
                promise(
                    "13 оборонних компаній", "have already signed the corresponding declaration", "підписано", "—", 1
                ),
                promise(
                    "Ллойд Остін",
                    "We have already invested about $27 billion in the production of critical capabilities for Ukraine",
                    "здійснено",
                    "—",
                    2,
                ),
            ),
        ),
        Heading(level=2, runs=plain("Прохання (не зобов’язання)")),
        Table(
            header=header,
            widths=widths,
            rows=(
                promise(
                    "Володимир Зеленський",
                    "invited all American defense companies to cooperate with Ukraine",
                    "прохання",
                    "не зазначено",
                    2,
                ),
                promise(
                    "Ллойд Остін",
                    "I hope that the Congress will soon pass the President's urgent national security supplemental request, which would direct an additional $50 billion to U.S. industrial base",
                    "прохання",
                    "скоро (soon)",
                    2,
                ),
            ),
        ),
    )


def _quotations() -> tuple[Block, ...]:
    return (
        Heading(level=1, runs=plain("Ключові цитати")),
        Paragraph(
            runs=plain("Цитати подано мовою публікації, дослівно."), style=ParagraphStyle.SMALL, keep_with_next=True
        ),
        said(
            "Heroism alone cannot intercept missiles. Ukraine needs capabilities, high quality, high quantity, and quickly. There is no defense without industry,",
            "Єнс Столтенберг",
            "Генеральний секретар НАТО",
            1,
        ),
        said(
            "Just as we have benefited from Western weapons, Western arms manufacturers also gain unique advantages in the market to improve their models and create even more powerful weapons,",
            "Дмитро Кулеба",
            "Міністр закордонних справ України",
            1,
        ),
        said(
            "Ukraine needs the localization of modern weapons production to fight successfully. Europe needs to strengthen its capabilities to deter the aggressor. The United States needs greater industrial power to remain the beacon of global democracy. We came here with a very specific goal – to establish cooperation. First of all, I'm talking about ammunition, air defense systems, and long-range missiles. Back home, they say that the good should have strong fists. However, to stop the new axis of evil, fists alone are not enough,",
            "Андрій Єрмак",
            "Керівник Офісу Президента України",
            2,
        ),
        said(
            "Your fight is our fight. Your success on the battlefield is crucial not only for you, but also for the security of Europe,",
            "Джина Раймондо",
            "Міністр торгівлі США",
            2,
        ),
    )


def _sources() -> tuple[Block, ...]:
    return (
        Heading(level=1, runs=plain("Хронологія")),
        Pairs(
            rows=(
                (plain("5–6 грудня 2023 р."), plain("Конференція у Вашингтоні")),
                (plain("п’ятниця"), plain("Форум у Києві")),
            )
        ),
        Heading(level=1, runs=plain("Джерела"), anchor="sources"),
        Listing(
            numbered=True,
            items=(
                (
                    Run(
                        text="Ukraine hosts a defense industry forum seeking to ramp up weapons production for the war",
                        language="en",
                        anchor="source-1",
                    ),
                    Run(text=". AP, Streamline Finance. "),
                    Run(
                        text="https://apnews.com/hub/russia-ukraine",
                        link="https://apnews.com/hub/russia-ukraine",
                        language="en",
                    ),
                ),
                (
                    Run(
                        text="The delegation of Ukraine took part in the USA – Ukraine Defense Industrial Base Conference",
                        language="en",
                        anchor="source-2",
                    ),
                    Run(text=". Офіційне інтернет-представництво Президента України. "),
                    Run(text="https://www.president.gov.ua/en", link="https://www.president.gov.ua/en", language="en"),
                ),
            ),
        ),
        PageBreak(),
        Heading(level=1, runs=plain("Додаток: речення-докази")),
        Heading(level=3, runs=plain("Володимир Зеленський")),
        Paragraph(
            runs=(
                Run(
                    text="President Volodymyr Zelenskyy, speaking at the opening of the International Defense Industries Forum, said that around 250 defense companies from more than 30 countries had gathered Friday in Kyiv.",
                    language="en",
                    tone=Tone.EMPHASIS,
                ),
                *reference(1),
            )
        ),
        Heading(level=3, runs=plain("Єнс Столтенберг")),
        Paragraph(
            runs=(
                Run(
                    text="NATO Secretary General Jens Stoltenberg, who spoke by video link during the forum on the day after his visit to Kyiv.",
                    language="en",
                    tone=Tone.EMPHASIS,
                ),
                *reference(1),
            )
        ),
    )


def ukrainian() -> Manuscript:
    """A whole brief in Ukrainian."""
    return Manuscript(
        language="uk",
        paper="A4",
        blocks=(*_opening(), *_people(), *_promises(), *_quotations(), *_sources()),
        properties=Properties(
            title="Оборонна промисловість України: Київ і Вашингтон", subject="Довідка", keywords=("Україна", "оборона")
        ),
        furniture=Furniture(
            header="Для службового користування",
            footer="Оборонна промисловість України",
            page="Сторінка {page} з {pages}",
        ),
        payload='{"schema": "briefing/dossier/1", "note": "Їжак & <b>"}',
    )


def arabic() -> Manuscript:
    """A brief in Arabic with an English quotation."""
    return Manuscript(
        language="ar",
        paper="A4",
        right_to_left=True,
        blocks=(
            Paragraph(runs=plain("للاستخدام الرسمي"), style=ParagraphStyle.MARKING),
            Paragraph(runs=plain("منتدى الصناعات الدفاعية في كييف"), style=ParagraphStyle.TITLE),
            Paragraph(runs=plain("موجز من مقالين"), style=ParagraphStyle.SUBTITLE),
            Pairs(
                rows=(
                    (plain("المكان"), plain("كييف، أوكرانيا")),
                    (plain("التاريخ"), plain("5 و6 ديسمبر 2023")),
                )
            ),
            Heading(level=1, runs=plain("لمحة سريعة")),
            Paragraph(
                runs=(
                    Run(text="اجتمعت نحو 250 شركة دفاعية من أكثر من 30 دولة. وقال الأمين العام لحلف "),
                    Run(text="NATO", tone=Tone.STRONG),
                    Run(text=" إن الدفاع لا يقوم بلا صناعة."),
                    *reference(1),
                ),
                style=ParagraphStyle.LEAD,
            ),
            Listing(
                items=(
                    plain("تأسيس تحالف الصناعات الدفاعية (Defense Industries Alliance) مع 13 شركة."),
                    plain("صندوق خاص من الأصول المصادرة."),
                )
            ),
            Heading(level=1, runs=plain("المشاركون")),
            Table(
                header=(plain("الاسم"), plain("المنصب"), plain("المشاركة")),
                widths=(1.2, 1.6, 1),
                rows=(
                    (strong("أوكرانيا"),),
                    (
                        (
                            Run(text="فولوديمير زيلينسكي", tone=Tone.STRONG),
                            Run(text="\n"),
                            Run(text="Volodymyr Zelenskyy", tone=Tone.QUIET, language="en"),
                        ),
                        plain("الرئيس"),
                        plain("حضوريًا"),
                    ),
                    ((Run(text="Rustem Umerov", language="en"),), plain("وزير الدفاع"), plain("حضوريًا")),
                ),
            ),
            Heading(level=1, runs=plain("أبرز الاقتباسات")),
            Quotation(
                words=(Run(text="«لا دفاع بلا صناعة»", fact="q1"),),
                attribution=(*strong("ينس ستولتنبرغ"), Run(text="، الأمين العام لحلف الناتو "), *reference(1)),
            ),
            Quotation(
                words=(
                    Run(
                        text="“Heroism alone cannot intercept missiles. Ukraine needs capabilities, high quality, high quantity, and quickly.”",
                        language="en",
                        fact="q2",
                    ),
                ),
                attribution=(*strong("ينس ستولتنبرغ"), Run(text="، الأمين العام لحلف الناتو")),
            ),
            Callout(runs=plain("لم يُحدَّد تاريخ المنتدى: في النص يوم الأسبوع فقط.")),
            Heading(level=1, runs=plain("المصادر")),
            Listing(
                numbered=True,
                items=(
                    (
                        Run(text="Ukraine hosts a defense industry forum", language="en", anchor="source-1"),
                        Run(text="، AP"),
                    ),
                ),
            ),
        ),
        properties=Properties(title="منتدى الصناعات الدفاعية في كييف"),
        furniture=Furniture(header="للاستخدام الرسمي", footer="منتدى الصناعات الدفاعية", page="صفحة {page} من {pages}"),
    )
