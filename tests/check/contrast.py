#!/usr/bin/python3
# contrast.py FOLDER: whether tired eyes can read the style sheets there, and tired hands hit what they show.
import itertools
import os
import re
import sys

LOOKS = {
    'light': ['style.css'],
    'dark': ['style.css', 'style-dark.css'],
    'light, more contrast': ['style.css', 'style-hc.css'],
    'dark, more contrast': ['style.css', 'style-dark.css', 'style-hc.css', 'style-hc-dark.css'],
}
GROUNDS = ['window_bg_color', 'card_bg_color', 'view_bg_color', 'dov_sidebar_bg_color', 'popover_bg_color']
TEXT, RING, TARGET = 4.5, 3.0, 24


def read(folder, names):
    """The colours and the rules of some sheets, a later one over an earlier."""
    colours, rules = {}, []
    for name in names:
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            css = re.sub(r'/\*.*?\*/', '', file.read(), flags=re.S)
        for found in re.finditer(r'@define-color (\w+) ([^;]+);', css):
            colours[found[1]] = found[2].strip()
        css = re.sub(r'@define-color [^;]+;', '', css)
        for found in re.finditer(r'([^{}]+){([^{}]*)}', css):
            told = dict(re.split(r'\s*:\s*', part.strip(), maxsplit=1) for part in found[2].split(';') if ':' in part)
            rules.append((' '.join(found[1].split()), told))
    return colours, rules


def rgb(colours, words):
    """A colour as red, green, blue and how much of it there is."""
    found = re.fullmatch(r'alpha\((.+), ([\d.]+)\)', words)
    if found:
        return rgb(colours, found[1])[:3] + (float(found[2]),)
    if words.startswith('@'):
        return rgb(colours, colours[words[1:]])
    words = {'white': '#ffffff', 'black': '#000000'}.get(words, words)
    return tuple(int(words[i:i + 2], 16) / 255 for i in (1, 3, 5)) + (1.0,)


def over(above, below):
    return tuple(a * above[3] + b * (1 - above[3]) for a, b in zip(above[:3], below[:3])) + (1.0,)


def lightness(colour):
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(above, below):
    light, dark = sorted((lightness(over(above, below)), lightness(below)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(colours, told):
    """What is under the words of a rule: its own ground over each of the window's."""
    own = told.get('background-color')
    for name in GROUNDS:
        ground = rgb(colours, '@' + name)
        known = own is not None and re.match(r'@|#|alpha\(@|white$', own)
        yield over(rgb(colours, own), ground) if known else ground


def is_known(words):
    return words is not None and re.match(r'@|#|alpha\([@#]|white$', words) is not None


def list_faults(look, colours, rules):
    for selector, told in rules:
        opacity = float(told.get('opacity', 1))
        if 'image' in selector:
            continue
        if 0 < opacity < 1 and not any(other == selector and float(more.get('opacity', 0)) == 1 for other, more in rules):
            worst = min(contrast(rgb(colours, '@window_fg_color')[:3] + (opacity,), ground) for ground in grounds(colours, told))
            if worst < TEXT:
                yield f'{look}: {selector}: text of {worst:.1f} : 1'
        if is_known(told.get('color')):
            worst = min(contrast(rgb(colours, told['color']), ground) for ground in grounds(colours, told))
            if worst < TEXT:
                yield f'{look}: {selector}: text of {worst:.1f} : 1'
        for name in ('outline', 'outline-color'):
            found = re.search(r'(alpha\(.+\)|@\w+)', told.get(name, ''))
            if found and min(contrast(rgb(colours, found[1]), ground) for ground in grounds(colours, {})) < RING:
                yield f'{look}: {selector}: a ring that is too pale'


def list_small(rules):
    for selector, told in rules:
        last = selector.split(',')[0].split()[-1]
        height = re.fullmatch(r'(\d+)px', told.get('min-height', ''))
        if height is None or not last.startswith('button'):
            continue
        sides = [int(part.rstrip('px')) for part in told.get('padding', '0').split()]
        whole = int(height[1]) + (sides[0] + sides[2] if len(sides) > 2 else 2 * sides[0])
        if whole < TARGET:
            yield f'{selector}: a target of {whole} px'


def main(folder):
    faults = list(itertools.chain.from_iterable(list_faults(look, *read(folder, names)) for look, names in LOOKS.items()))
    faults += list_small(read(folder, LOOKS['light'])[1])
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
