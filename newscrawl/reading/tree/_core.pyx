# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""What is done to every byte and every element of a page, over lxml's C interface.

Each function does what the function of Python does in whose place newscrawl.reading.tree.core puts it; the tests
of both are the same. Nothing here is needed: without a compiler the package does without.
"""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_GET_SIZE
from cpython.unicode cimport PyUnicode_1BYTE_DATA, PyUnicode_New
from libc.stdlib cimport free, realloc
from libc.string cimport memchr, strcmp, strstr
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport (
    _Document, _Element, attributeValueFromNsName, elementFactory, import_lxml__etree, tailOf, textOf
)

cdef extern from "Python.h":
    Py_UCS4 PyUnicode_MAX_CHAR_VALUE(object text)

import_lxml__etree()

FORM = 6  # core.py says what this is for

cdef const unsigned char* _CLASS = <const unsigned char*>"class"
cdef const unsigned char* _ID = <const unsigned char*>"id"
cdef const unsigned char* _HREF = <const unsigned char*>"href"


def counts(bytes markup not None):
    """How many of the signs "<" and "=" there are."""
    cdef const unsigned char* at = <const unsigned char*>PyBytes_AS_STRING(markup)
    cdef Py_ssize_t left = PyBytes_GET_SIZE(markup), tags = 0, values = 0
    cdef int n, size
    cdef unsigned char some_tags, some_values
    # As many bytes as a byte can count: of such sums a compiler makes some for many bytes at once.
    while left:
        size = 255 if left > 255 else <int>left
        some_tags = some_values = 0
        for n in range(size):
            some_tags += at[n] == c"<"
            some_values += at[n] == c"="
        tags, values = tags + some_tags, values + some_values
        at, left = at + size, left - size
    return tags, values


cdef inline bint _names(const unsigned char* at, const unsigned char* end, const char* name) noexcept nogil:
    """Whether the letters of ``name``, which are small ones, stand at ``at`` in either case."""
    cdef Py_ssize_t n = 0
    while name[n]:
        if at + n >= end or (at[n] | 32) != <unsigned char>name[n]:
            return False
        n += 1
    return True


def edges(bytes markup not None):
    """Where tags begin that open or close a page's html, head or body, in either case."""
    cdef const unsigned char* start = <const unsigned char*>PyBytes_AS_STRING(markup)
    cdef const unsigned char* end = start + PyBytes_GET_SIZE(markup)
    cdef const unsigned char* at = start
    cdef const unsigned char* name
    cdef list found = []
    while at < end:
        at = <const unsigned char*>memchr(at, c"<", end - at)
        if at == NULL:
            break
        name = at + 1
        if name < end and name[0] == c"/":
            name += 1
        if name < end and ((name[0] | 32) == c"h" or (name[0] | 32) == c"b"):
            if _names(name, end, "html") or _names(name, end, "head") or _names(name, end, "body"):
                found.append(at - start)
        at += 1
    return found


def words(str text not None, bint letters=False):
    """The runs of letters, digits and underscores in a text; of letters and other signs of numbers alone."""
    cdef list found = []
    cdef Py_ssize_t at, start = -1
    cdef Py_UCS4 sign
    for at in range(len(text)):
        sign = text[at]
        if sign.isalnum() and not (letters and sign.isdecimal()) or (sign == u"_" and not letters):
            if start < 0:
                start = at
        elif start >= 0:
            found.append(text[start:at])
            start = -1
    if start >= 0:
        found.append(text[start:])
    return found


def names(list elements not None, dict by_classes not None, dict by_id not None):
    """Put the places of the elements that have classes or an id under the text of either."""
    cdef Py_ssize_t place
    cdef _Element element
    cdef tree.xmlAttr* attribute
    for place in range(len(elements)):
        element = <_Element?>elements[place]
        if element._c_node.type != tree.XML_ELEMENT_NODE:
            continue
        attribute = element._c_node.properties
        while attribute != NULL:
            if attribute.type == tree.XML_ATTRIBUTE_NODE and attribute.ns == NULL:
                if strcmp(<const char*>attribute.name, "class") == 0:
                    _put(by_classes, _value(element._c_node, attribute, _CLASS), place)
                elif strcmp(<const char*>attribute.name, "id") == 0:
                    _put(by_id, _value(element._c_node, attribute, _ID), place)
            attribute = attribute.next


cdef str _value(tree.xmlNode* node, tree.xmlAttr* attribute, const unsigned char* name):
    """The value of an attribute: most are one text."""
    cdef tree.xmlNode* text = attribute.children
    if text != NULL and text.next == NULL and text.type == tree.XML_TEXT_NODE and text.content != NULL:
        return (<const char*>text.content).decode("utf-8")
    return attributeValueFromNsName(node, NULL, name)


cdef int _put(dict under, str text, Py_ssize_t place) except -1:
    if text:
        placed = under.get(text)
        if placed is None:
            under[text] = [place]
        else:
            (<list>placed).append(place)
    return 0


# Classes and id are seldom longer; others are put together in Python's way.
cdef enum:
    LONGEST_MARKS = 400


def marks(_Element element not None):
    """The classes and the id of an element in small letters, or None where they are no short ASCII."""
    cdef unsigned char line[LONGEST_MARKS + 1]
    cdef tree.xmlAttr* attribute = NULL
    cdef tree.xmlAttr* classes = NULL
    cdef tree.xmlAttr* ident = NULL
    cdef int size
    if element._c_node.type != tree.XML_ELEMENT_NODE:
        return None
    attribute = element._c_node.properties
    while attribute != NULL:
        if attribute.ns == NULL:
            if classes == NULL and strcmp(<const char*>attribute.name, "class") == 0:
                classes = attribute
            elif ident == NULL and strcmp(<const char*>attribute.name, "id") == 0:
                ident = attribute
        attribute = attribute.next
    size = _lowered(classes, line, 0)
    if 0 <= size < LONGEST_MARKS:
        line[size] = c" "
        size = _lowered(ident, line, size + 1)
    return (<char*>line)[:size].decode("ascii") if 0 <= size < LONGEST_MARKS else None


cdef int _lowered(tree.xmlAttr* attribute, unsigned char* line, int size) noexcept nogil:
    """Put the value of an attribute behind the first ``size`` signs, in small letters: how many there are then,
    or -1 where it does not fit."""
    cdef tree.xmlNode* text
    cdef const unsigned char* at
    if attribute == NULL or attribute.children == NULL:
        return size
    text = attribute.children
    if text.next != NULL or text.type != tree.XML_TEXT_NODE or text.content == NULL:
        return -1
    at = text.content
    while at[0] != 0:
        if size >= LONGEST_MARKS or at[0] >= 128:
            return -1
        line[size] = at[0] | 32 if c"A" <= at[0] <= c"Z" else at[0]
        at, size = at + 1, size + 1
    return size


cdef inline bint _is_blank(unsigned char sign) noexcept nogil:
    """Whether a sign of ASCII is one that Python's texts are split at."""
    return sign == c" " or 9 <= sign <= 13 or 28 <= sign <= 31


def one_spaced(str text not None):
    """A text with each run of white space as one blank, and none around it."""
    cdef Py_ssize_t length = len(text), at, size = 0
    cdef const unsigned char* signs = <const unsigned char*>PyUnicode_1BYTE_DATA(text)
    cdef unsigned char* written
    cdef bint blank = True, same = True
    if PyUnicode_MAX_CHAR_VALUE(text) > 127:
        return " ".join(text.split())
    for at in range(length):
        if not _is_blank(signs[at]):
            size, blank = size + 1, False
        elif blank:
            same = False
        else:
            size, blank, same = size + 1, True, same and signs[at] == c" "
    if blank and size:
        size, same = size - 1, False
    if same:
        return text
    made = PyUnicode_New(size, 127)
    written = <unsigned char*>PyUnicode_1BYTE_DATA(made)
    blank, length, at = False, size, 0
    size = 0
    while size < length:
        if not _is_blank(signs[at]):
            if blank and size:
                written[size] = c" "
                size += 1
            written[size], blank = signs[at], False
            size += 1
        else:
            blank = True
        at += 1
    return made


def is_deeper(_Element root not None, Py_ssize_t levels):
    """Whether elements lie more than so many levels below ``root``."""
    cdef tree.xmlNode* node = root._c_node
    cdef tree.xmlNode* after
    cdef Py_ssize_t level = 0
    while True:
        after = _first(node)
        if after != NULL:
            level += 1
            if level > levels:
                return True
        while after == NULL and node != root._c_node:
            after = _next(node)
            if after == NULL:
                node = node.parent
                level -= 1
        if after == NULL:
            return False
        node = after


def content(_Element element not None):
    """All text in an element."""
    cdef tree.xmlNode* top = element._c_node
    cdef tree.xmlNode* node = top.children
    cdef list found = []
    if top.type != tree.XML_ELEMENT_NODE:
        return str(element.text_content())
    while node != NULL:
        if node.type == tree.XML_TEXT_NODE or node.type == tree.XML_CDATA_SECTION_NODE:
            if node.content != NULL:
                found.append((<const char*>node.content).decode("utf-8"))
        elif node.type == tree.XML_ENTITY_REF_NODE:
            return str(element.text_content())
        elif node.type == tree.XML_ELEMENT_NODE and node.children != NULL:
            node = node.children
            continue
        node = _behind(node, top)
    return found[0] if len(found) == 1 else "".join(found)


cdef inline tree.xmlNode* _behind(tree.xmlNode* node, tree.xmlNode* top) noexcept nogil:
    """What stands behind a node and all that is in it; NULL at the end of ``top``."""
    while node != top and node.next == NULL:
        node = node.parent
    return node.next if node != top else NULL


def links(_Element top not None):
    """How many links with text an element holds."""
    cdef Py_ssize_t found = 0
    cdef tree.xmlNode* node = _following(top._c_node, top._c_node)
    while node != NULL:
        if node.type == tree.XML_ELEMENT_NODE and (node.ns == NULL or node.ns.href == NULL):
            found += strcmp(<const char*>node.name, "a") == 0 and _says(node)
        node = _following(node, top._c_node)
    return found


cdef bint _says(tree.xmlNode* top) noexcept nogil:
    """Whether an element holds a sign that is no blank."""
    cdef tree.xmlNode* node = top.children
    cdef const unsigned char* at
    while node != NULL:
        if node.type == tree.XML_TEXT_NODE or node.type == tree.XML_CDATA_SECTION_NODE:
            at = node.content
            while at != NULL and at[0] != 0:
                if at[0] != c" " and at[0] != c"\t" and at[0] != c"\n" and at[0] != c"\r":
                    return True
                at += 1
        elif node.type == tree.XML_ELEMENT_NODE and node.children != NULL:
            node = node.children
            continue
        node = _behind(node, top)
    return False


def hrefs(list noted not None):
    """Where each of the links leads, which stand in pairs with their lines; empty where it leads nowhere."""
    cdef list found = []
    cdef _Element link
    cdef tree.xmlAttr* attribute
    for pair in noted:
        link = <_Element?>(<tuple?>pair)[0]
        attribute = link._c_node.properties
        while attribute != NULL and (attribute.ns != NULL or strcmp(<const char*>attribute.name, "href") != 0):
            attribute = attribute.next
        found.append("" if attribute == NULL else _value(link._c_node, attribute, _HREF))
    return found


def leading(_Element root not None, str part not None):
    """The links whose address holds ``part`` or is a query alone, each with that."""
    cdef list found = []
    cdef bytes wanted = part.encode("utf-8")
    cdef const char* sought = wanted
    cdef tree.xmlNode* node = root._c_node
    cdef tree.xmlAttr* attribute
    while node != NULL:
        attribute = NULL
        if node.type == tree.XML_ELEMENT_NODE and (node.ns == NULL or node.ns.href == NULL):
            if strcmp(<const char*>node.name, "a") == 0 or strcmp(<const char*>node.name, "link") == 0:
                attribute = node.properties
        while attribute != NULL:
            if attribute.ns == NULL and strcmp(<const char*>attribute.name, "href") == 0:
                if _may_lead(attribute, sought):
                    address = _value(node, attribute, _HREF)
                    if address and (part in address or address[0] == "?"):
                        found.append((elementFactory(root._doc, node), address))
                break
            attribute = attribute.next
        node = _following(node, root._c_node)
    return found


cdef inline bint _may_lead(tree.xmlAttr* attribute, const char* sought) noexcept nogil:
    """Whether an address may hold what is sought; that of one text is looked at where it stands."""
    cdef tree.xmlNode* text = attribute.children
    if text == NULL or text.next != NULL or text.type != tree.XML_TEXT_NODE or text.content == NULL:
        return True
    return text.content[0] == c"?" or strstr(<const char*>text.content, sought) != NULL


cdef inline tree.xmlNode* _following(tree.xmlNode* node, tree.xmlNode* top) noexcept nogil:
    """The element that follows another in document order; none beyond ``top``."""
    cdef tree.xmlNode* after = _first(node)
    while after == NULL and node != top:
        after = _next(node)
        if after == NULL:
            node = node.parent
    return after


# What tags are to the walk, in newscrawl.reading.tree.tags.
cdef enum:
    BLOCK = 0
    HEADING = 2
    PICTURE = 3
    LINK = 4
    TIME = 5
    BREAK = 9
    UNSHOWN = 10

# Names are kept once a page: so many of them have their kind kept beside where they lie.
cdef enum:
    KEPT = 64

cdef str _BLANK = " "


cdef struct Around:
    tree.xmlNode* block
    Py_ssize_t place
    bint linked


cdef class _Steps:
    """The lists that a walk fills, one entry an element, a run of text or a line."""

    cdef list elements, kinds, levels, texts, tails, runs, holders, linked, starts, blocks
    cdef dict noted, known
    cdef _Document document
    cdef const unsigned char* names[KEPT]
    cdef int kept[KEPT]

    cdef int add(self, str text, tree.xmlNode* holder, tree.xmlNode* block, bint linked, bint goes_on) except -1:
        if not goes_on:
            self.starts.append(len(self.runs))
            self.blocks.append(elementFactory(self.document, block))
        self.runs.append(text)
        self.holders.append(elementFactory(self.document, holder))
        self.linked.append(linked)
        return 0

    cdef int kind_of(self, tree.xmlNode* node) except -1:
        """The kind of an element; what is no element with a name is not shown."""
        cdef size_t at
        if node.type != tree.XML_ELEMENT_NODE:
            return UNSHOWN
        if node.ns != NULL and node.ns.href != NULL:
            return BLOCK
        at = (<size_t>node.name >> 3) % KEPT
        if self.names[at] != node.name:
            self.names[at] = node.name
            self.kept[at] = self.known.get((<const char*>node.name).decode("utf-8"), BLOCK)
        return self.kept[at]


def walk(steps, _Element root not None, _Element top not None, dict kinds not None):
    """Fill ``steps`` with what is below ``root``, of which is shown what stands in ``top``."""
    cdef _Steps found = _Steps()
    cdef Around* around = NULL
    found.elements, found.kinds, found.levels = steps.elements, steps.kinds, steps.levels
    found.texts, found.tails, found.runs, found.holders = steps.texts, steps.tails, steps.runs, steps.holders
    found.linked, found.starts, found.blocks, found.noted = steps.linked, steps.starts, steps.blocks, steps.noted
    found.known, found.document = kinds, root._doc
    try:
        _walk(root._c_node, top._c_node, found, &around)
    finally:
        free(around)


cdef int _walk(tree.xmlNode* root, tree.xmlNode* top, _Steps found, Around** around) except -1:
    cdef tree.xmlNode* current = root
    cdef tree.xmlNode* block = NULL
    cdef tree.xmlNode* after = NULL
    cdef bint linked = False, line_open = False
    cdef Py_ssize_t level = 0, room = 0, place = 0
    cdef int kind
    while True:
        if level == room:
            room = 2 * room + 64
            grown = realloc(around[0], room * sizeof(Around))
            if grown == NULL:
                raise MemoryError
            around[0] = <Around*>grown
        around[0][level].block, around[0][level].linked = block, linked
        around[0][level].place = place = len(found.elements)
        element = elementFactory(found.document, current)
        found.elements.append(element)
        found.levels.append(level)
        found.tails.append(None if block == NULL else _shown(current.next, current, True))
        kind = UNSHOWN if block == NULL and current != top else found.kind_of(current)
        found.kinds.append(kind)
        text = None
        if kind == UNSHOWN:
            block = NULL
        else:
            if kind <= PICTURE or block == NULL:
                block, line_open = current, False
            line_open = line_open and kind != BREAK
            linked = linked or kind == LINK
            text = _shown(current.children, current, False)
            if text is not None and text is not _BLANK:
                found.add(text, current, block, linked, line_open)
                line_open = True
            if HEADING <= kind <= TIME:
                (<list>found.noted[kind]).append((element, len(found.starts) - line_open))
        found.texts.append(text)
        after = _first(current)
        while after == NULL:
            line_open = line_open and current != block
            if current == root:
                return 0
            after = _next(current)
            current = current.parent
            block, linked = around[0][level].block, around[0][level].linked
            text = found.tails[around[0][level].place]
            level -= 1
            if text is not None and text is not _BLANK:
                found.add(text, current, block, linked, line_open)
                line_open = True
        current, level = after, level + 1


cdef str _shown(tree.xmlNode* first, tree.xmlNode* node, bint behind):
    """The text that begins with the node ``first``, or None; of nothing but white space, one blank."""
    cdef const unsigned char* at
    if first == NULL or (first.type != tree.XML_TEXT_NODE and first.type != tree.XML_CDATA_SECTION_NODE):
        if first == NULL or _is_element(first):
            return None
    elif first.content != NULL:
        at = first.content
        while at[0] == c" " or 9 <= at[0] <= 13:
            at += 1
        if first.next == NULL or _is_element(first.next):
            if at[0] == 0 and at != first.content:
                return _BLANK
            if 32 < at[0] < 127:
                return (<const char*>first.content).decode("utf-8")
    text = tailOf(node) if behind else textOf(node)
    return None if not text else _BLANK if text.isspace() else text


cdef inline bint _is_element(tree.xmlNode* node) noexcept nogil:
    """Whether lxml has an element for a node."""
    return (
        node.type == tree.XML_ELEMENT_NODE
        or node.type == tree.XML_COMMENT_NODE
        or node.type == tree.XML_ENTITY_REF_NODE
        or node.type == tree.XML_PI_NODE
    )


cdef inline tree.xmlNode* _first(tree.xmlNode* node) noexcept nogil:
    """The first child that is an element."""
    cdef tree.xmlNode* child
    if node.type != tree.XML_ELEMENT_NODE:
        return NULL
    child = node.children
    while child != NULL and not _is_element(child):
        child = child.next
    return child


cdef inline tree.xmlNode* _next(tree.xmlNode* node) noexcept nogil:
    """The next element beside an element."""
    node = node.next
    while node != NULL and not _is_element(node):
        node = node.next
    return node
