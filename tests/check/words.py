#!/usr/bin/env python3
# Words a person reads: one word for one thing, and the rules of voice that a machine can see. Every rule is shown what it
# is to find and what it is to leave alone before it is believed.
import pathlib
import re
import subprocess
import sys

NBSP = "\u00a0"
COUNT = r"(?:%[0-9$]*l?[dus]|[0-9])"
# The words of another thing, or of another trade; what may stand there instead is in the message.
TWINS = [
    (r"(?<!-)\bгостин(?:ая|ой|ую|ые|ых)\b", "площадка", "Сегодня в гостиной", "Площадка-гостиная «Доверие»"),
    (r"\b[Вв] площадк(?:е|ах|у)\b", "на площадке", "Остаётся в площадке", "Остаётся на площадке"),
    (r"[Нн]оменклатур", "вещь", "Номенклатура", "Вещь"),
    (r"[Пп]редмет(?:а|ы|ов|ом)?\b(?! договора)", "вещь", "Предмет проката", "1. Предмет договора."),
    (r"[Вв]пи(?:шите|сать)\b", "укажите", "Впишите день", "Укажите день"),
    (r"[Сс]кажите\b(?! ответственному)", "укажите", "Скажите, что годится", "Скажите ответственному за мероприятие."),
    (r"[Зз]аве(?:дите|сти)\b", "добавьте", "Заведите первую", "Добавьте первую"),
    (r"[Пп]очему (?:так|это|всё)\b[^.]*(?:верно|можно)", "укажите причину", "или напишите, почему так верно",
     "или укажите причину"),
    (r"или (?:напишите|объясните|укажите), почему (?!это другой|никого)", "или укажите причину",
     "или напишите, почему их два", "или напишите, почему никого не было"),
    (r"[Рр]азда(?:ть|йте|ча|чи|чу|вайте)\b", "выдать; составить график", "Раздать дежурства", "Выдать вещи"),
    (r"[Лл]истов(?:ка|ок|ки)\b", "памятка", "Листовок", "Вручено памяток"),
    (r"\bПИН\b(?!-код)", "ПИН-код", "Наберите ПИН", "Наберите ПИН-код"),
    (r"\bPg(?:Up|Dn)\b", "Page Up, Page Down", "Дальше (PgDn)", "Дальше (Page Down)"),
    (r"[Пп]роверьте оба(?: времени)?[. ](?!поля|адреса)", "имена обоих полей", "Проверьте оба времени.",
     "Проверьте оба поля."),
    (r"навсегда", "без возврата", "Убрать навсегда", "Удалить без возврата"),
    (r"отпустите", "снимите отложенное", "отпустите отложенное", "снимите отложенное"),
    (r"\b(?:число|числа) гостей", "число пришедших", "Без числа гостей", "Без числа пришедших"),
    (r"[Вв]осстанов\w+ из корзины|[Пп]еренес\w+ в корзину", "вернуть из корзины, убрать в корзину",
     "перенесено в корзину", "убрано в корзину"),
    (r"[Вв]ернуть (?:копию|из копии)", "восстановить из копии", "Вернуть из копии…", "Восстановить из копии…"),
    (r"[А-Яа-яё]{2}/[А-Яа-яё]{2}(?!сяц|нь)", "«и», «или»", "Школа/детсад", "день/месяц"),
    (r"(?<=[а-яё,] )(?:Вы|Вас|Вам|Ваш\w*)\b", "вы", "если Вы хотите", "Ждёт вас"),
    (r"(?<=[А-Яа-яё»)])!", "точка", "Готово!", "Готово."),
    (r"(?<=\S) - (?=[А-Яа-яё«])", "—", "Клуб - это", "Клуб — это"),
]
SPACES = [
    (r"№ ", "№ with a space that breaks", "Приём № %s", f"Приём №{NBSP}%s"),
    (COUNT + r" (?:г\.|кг|ч|мин|руб|лет|год|года|дн|чел|мес|мм|м²|шт|упак)(?![а-яё])",
     "a number and its unit apart", "%d лет", f"%d{NBSP}лет; %d человек"),
]
# The number of a paper, on the paper; in the name of its file a common space stands.
OF_PAPERS = r"№ (?=\{|' \|\|)"
VERB = re.compile(r"\b[А-Яа-яё]*(?:ен|ён|ена|ено|ены|ан|ана|ано|аны|ат|ата|ато|аты|ыт|ыта|ыто|ыты|ят|ята|ято|яты|ал|яла|ел|ла|ли|ло|лась|лось)"
                  r"(?:\([ао]\))?(?![А-Яа-яё])")
DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
# Written with «ё» or without, each in its own sense.
BOTH_WAYS = {"все", "всем", "чем", "нем", "узнает", "берет", "поле", "небо", "мед", "крестным", "осел"}
# What is quoted and is no button, field or page: names, words of a form, examples.
NO_NAMES = {
    "доверие", "доверия", "скоро в школу", "добрые вещи", "поделись урожаем", "новогодний подарок", "чер", "сегодня", "вчера",
    "дверь", "н., 13 лет", "ask", "document", "heading", "title", "многодетные из слудки", "record", "семья и дети",
}


def entries(path):
    """(context, id, [translations]) of a catalogue."""
    text = subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, text=True, check=True).stdout
    for block in text.split("\n\n"):
        told = {}
        key = None
        for line in block.split("\n"):
            found = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"$', line)
            if found:
                key = found[1]
                told[key] = found[2]
            elif line.startswith('"'):
                told[key] += line[1:-1]
        if told.get("msgid"):
            yield (told.get("msgctxt"), told["msgid"], [words for key, words in told.items() if key.startswith("msgstr")])


def plain(words):
    return words.replace("_", "").replace("…", "").replace(NBSP, " ").strip().strip(".,;:").lower()


def quoted(words):
    return [name for name in re.findall(r"«([^«»]+)»", words) if re.match(r"[А-ЯЁ][^%{/]*$", name)]


def other_size(msgid, words):
    """A value of a list begins small where English does, a sentence large; days of the week are small in Russian."""
    if msgid.rstrip("s") in DAYS:
        return False
    return bool(msgid[:1].islower() and re.match("[А-ЯЁ][а-яё]", words)
                or re.match("[A-Z][a-z]", msgid) and re.match("[а-яё]", words))


def is_known(name, names):
    """Whether the program says it, be it in another case: «в «Настройках»»."""
    if plain(name) in names:
        return True
    stems = [word[:max(3, len(word) - 3)] for word in plain(name).split()]
    return any(len(stems) == len(other) and all(word.startswith(stem) for word, stem in zip(other, stems))
               for other in (words.split() for words in names))


def with_yo(texts):
    """The words that stand in the texts with «ё», spelt without it."""
    return {word.lower().replace("ё", "е") for text in texts for word in re.findall(r"[А-Яа-яё]*ё[А-Яа-яё]*", text)} - BOTH_WAYS


def prove():
    for pattern, _, wrong, right in TWINS + SPACES:
        assert re.search(pattern, wrong), wrong
        assert not re.search(pattern, right), right
    for toast in ("Мероприятие отменено: %s", "Назначен(а) старшим: %s", "Патруль вышел: явка отмечена"):
        assert VERB.search(toast), toast
    for toast in ("Перемещение № %s", "Новая семья: %s", "Старший дежурства: %s", "Отметка о явке: %s"):
        assert not VERB.search(toast), toast
    assert "прием" in with_yo(["Приём"])
    assert other_size("on support", "На сопровождении") and other_size("Where", "не составить")
    assert not other_size("Mondays", "понедельник") and not other_size("juvenile commission", "КДН и ЗП")
    assert re.search(OF_PAPERS, "Исх. № {number}") and not re.search(OF_PAPERS, "№ п/п")
    assert is_known("Настройках", {"настройки"}) and not is_known("На бумагу", {"печать"})
    assert quoted("Нажмите «Вернули…».") == ["Вернули…"]


def main():
    prove()
    root = pathlib.Path(sys.argv[1])
    catalogue = list(entries(root / "po" / "ru.po"))
    said = [words for _, _, all_words in catalogue for words in all_words]
    names = {plain(words) for words in said} | NO_NAMES
    spelt = with_yo(said)
    bad = []

    def look(words, where, is_ours):
        for pattern, instead, _, _ in TWINS:
            found = re.search(pattern, words)
            if found:
                bad.append(f"{where}: «{found[0]}», not {instead}: {words}")
        for pattern, what, _, _ in SPACES:
            found = re.search(pattern, words)
            if found and is_ours:
                bad.append(f"{where}: {what}: {words}")
        for word in re.findall(r"[А-Яа-яё]+", words):
            if word.lower() in spelt and word != word.upper():
                bad.append(f"{where}: «{word}» is written with «ё»: {words}")

    for context, msgid, all_words in catalogue:
        for words in all_words:
            look(words, "po/ru.po", True)
            for gap in re.findall(r"(?<=\S) {2,}(?=\S)", words):
                if gap not in msgid:
                    bad.append(f"po/ru.po: two spaces: {words}")
            if other_size(msgid, words) and context not in ("weekday", "month alone", "month of a date", "in month", "weekday, short"):
                bad.append(f"po/ru.po: “{msgid}” begins with a letter of the other size: {words}")
            if context == "toast" and (not VERB.search(words) or words.endswith(".")):
                bad.append(f"po/ru.po: a toast says what was done, without a full stop: {words}")
            if msgid.endswith(".") and not msgid.endswith(("No.", "no.", "mo.")) and not words.endswith((".", "…")):
                bad.append(f"po/ru.po: a sentence without its full stop: {words}")
            if not msgid.endswith((".", "…")) and words.endswith(".") and not re.search(r"(?:г|руб|мес|чел|шт|упак|меш|компл)\.$", words):
                bad.append(f"po/ru.po: a full stop that is not in “{msgid}”: {words}")
            bad += [f"po/ru.po: there is no «{name}» in the program: {words}" for name in quoted(words)
                    if not is_known(name, names)]
    for name in ("resources/help/ru/help.txt", "README.md"):
        for number, line in enumerate((root / name).read_text(encoding="utf-8").split("\n"), 1):
            look(line, f"{name}:{number}", False)
            if name.endswith("help.txt"):
                bad += [f"{name}:{number}: there is no «{quote}» in the program" for quote in quoted(line)
                        if not is_known(quote, names)]
    for path in sorted((root / "resources" / "documents").glob("*.document")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line.startswith("#"):
                look(line, f"{path.name}:{number}", False)
                if not line.startswith("file") and re.search(OF_PAPERS, line):
                    bad.append(f"{path.name}:{number}: № with a space that breaks: {line}")
    print("\n".join(bad[:80]))
    if len(bad) > 80:
        print(f"and {len(bad) - 80} more")
    return bool(bad)


sys.exit(main())
