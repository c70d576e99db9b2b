/* Texts cut at spaces and line ends, in C: the same as in cutting.py, which says what it is for.

   A Cutter keeps what it was told of each distinct chunk in a table of its own, so that a chunk met again
   costs no Python object. The Chunks of a text are where they begin; their strings are made when asked for. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

#include <stdint.h>

/* ── what is known of each distinct chunk ───────────────────────────────────────────────────────────── */

typedef struct {
    uint64_t hash;
    PyObject *text;     /* NULL where the place is free */
    PyObject *tongues;  /* a tuple of numbers; NULL until asked for */
    int begins;
} Entry;

typedef struct {
    PyObject_HEAD
    PyObject *find_begins;
    PyObject *find_tongues;
    Py_ssize_t languages;
    Py_ssize_t kept;  /* code points that may be remembered, with what each string costs besides */
    Py_ssize_t size;
    Entry *table;
    size_t mask;
    size_t used;
} Cutter;

enum { COST = 40, FIRST = 1 << 12 };

static uint64_t
hash_of(int kind, const void *data, Py_ssize_t start, Py_ssize_t end)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (Py_ssize_t at = start; at < end; at++) {
        hash = (hash ^ PyUnicode_READ(kind, data, at)) * 1099511628211u;
    }
    return hash ^ (hash >> 32);
}

static int
is_text(PyObject *known, int kind, const void *data, Py_ssize_t start, Py_ssize_t end)
{
    if (PyUnicode_GET_LENGTH(known) != end - start) {
        return 0;
    }
    int own = PyUnicode_KIND(known);
    const void *letters = PyUnicode_DATA(known);
    for (Py_ssize_t at = start; at < end; at++) {
        if (PyUnicode_READ(kind, data, at) != PyUnicode_READ(own, letters, at - start)) {
            return 0;
        }
    }
    return 1;
}

static void
forget(Cutter *self)
{
    Entry *table = self->table;
    size_t places = table == NULL ? 0 : self->mask + 1;
    self->table = NULL;
    self->mask = self->used = 0;
    self->size = 0;
    for (size_t at = 0; at < places; at++) {
        Py_XDECREF(table[at].text);
        Py_XDECREF(table[at].tongues);
    }
    PyMem_Free(table);
}

/* The place of a chunk in the table, or the free one where it belongs. */
static Entry *
place_of(const Cutter *self, uint64_t hash, int kind, const void *data, Py_ssize_t start, Py_ssize_t end)
{
    size_t at = hash & self->mask;
    for (;;) {
        Entry *entry = &self->table[at];
        if (entry->text == NULL || (entry->hash == hash && is_text(entry->text, kind, data, start, end))) {
            return entry;
        }
        at = (at + 1) & self->mask;
    }
}

static int
make_room(Cutter *self)
{
    size_t places = self->table == NULL ? FIRST : self->mask + 1;
    if (self->table != NULL) {
        if (self->used * 2 < places) {
            return 0;
        }
        places *= 2;
    }
    Entry *table = PyMem_Calloc(places, sizeof(Entry));
    if (table == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t at = 0; self->table != NULL && at <= self->mask; at++) {
        if (self->table[at].text != NULL) {
            size_t to = self->table[at].hash & (places - 1);
            while (table[to].text != NULL) {
                to = (to + 1) & (places - 1);
            }
            table[to] = self->table[at];
        }
    }
    PyMem_Free(self->table);
    self->table = table;
    self->mask = places - 1;
    return 0;
}

/* What is known of a chunk, asked for where it is new; NULL with an exception where that fails. */
static Entry *
known(Cutter *self, uint64_t hash, PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    if (self->table != NULL) {
        Entry *entry = place_of(self, hash, kind, data, start, end);
        if (entry->text != NULL) {
            return entry;
        }
    }
    PyObject *chunk = PyUnicode_Substring(text, start, end);
    if (chunk == NULL) {
        return NULL;
    }
    PyObject *found = PyObject_CallOneArg(self->find_begins, chunk);
    int begins = found == NULL ? -1 : PyObject_IsTrue(found);
    Py_XDECREF(found);
    if (begins < 0) {
        Py_DECREF(chunk);
        return NULL;
    }
    if (self->size + (end - start) + COST > self->kept) {
        forget(self);
    }
    if (make_room(self) < 0) {
        Py_DECREF(chunk);
        return NULL;
    }
    Entry *entry = place_of(self, hash, kind, data, start, end);
    if (entry->text != NULL) { /* whoever was asked has met it too */
        Py_DECREF(chunk);
        return entry;
    }
    *entry = (Entry){hash, chunk, NULL, begins};
    self->used++;
    self->size += (end - start) + COST;
    return entry;
}

static int
Cutter_init(Cutter *self, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"begins", "tongues", "languages", "kept", NULL};
    PyObject *begins, *tongues;
    Py_ssize_t languages, kept;
    if (!PyArg_ParseTupleAndKeywords(args, keywords, "OOnn", names, &begins, &tongues, &languages, &kept)) {
        return -1;
    }
    Py_INCREF(begins);
    Py_INCREF(tongues);
    Py_XSETREF(self->find_begins, begins);
    Py_XSETREF(self->find_tongues, tongues);
    self->languages = languages;
    self->kept = kept;
    forget(self);
    return 0;
}

static int
Cutter_traverse(Cutter *self, visitproc visit, void *arg)
{
    Py_VISIT(self->find_begins); /* the strings and the tuples of numbers are in no cycle */
    Py_VISIT(self->find_tongues);
    return 0;
}

static int
Cutter_clear(Cutter *self)
{
    Py_CLEAR(self->find_begins);
    Py_CLEAR(self->find_tongues);
    return 0;
}

static void
Cutter_dealloc(Cutter *self)
{
    PyObject_GC_UnTrack(self);
    Cutter_clear(self);
    forget(self);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* ── the chunks of one text ─────────────────────────────────────────────────────────────────────────── */

typedef struct {
    PyObject_HEAD
    Cutter *cutter;
    PyObject *text;
    PyObject *marked;   /* the numbers of the chunks at which a name may begin */
    Py_ssize_t *starts; /* and last where one more would begin */
    Py_ssize_t count;
} Chunks;

static PyTypeObject Chunks_Type;

static Py_ssize_t
end_of(const Chunks *self, Py_ssize_t chunk)
{
    return self->starts[chunk + 1] - 1;
}

static int
add_mark(PyObject *marked, Py_ssize_t chunk)
{
    PyObject *number = PyLong_FromSsize_t(chunk);
    if (number == NULL) {
        return -1;
    }
    int failed = PyList_Append(marked, number);
    Py_DECREF(number);
    return failed;
}

static PyObject *
Cutter_cut(Cutter *self, PyObject *text)
{
    if (!PyUnicode_Check(text)) {
        PyErr_Format(PyExc_TypeError, "a text to cut must be a string, not %.100s", Py_TYPE(text)->tp_name);
        return NULL;
    }
#if PY_VERSION_HEX < 0x030C0000
    if (PyUnicode_READY(text) < 0) {
        return NULL;
    }
#endif
    if (self->find_begins == NULL || self->find_tongues == NULL) {
        PyErr_SetString(PyExc_TypeError, "this cutter has not been told whom to ask");
        return NULL;
    }
    Chunks *made = PyObject_New(Chunks, &Chunks_Type);
    if (made == NULL) {
        return NULL;
    }
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), room = length / 4 + 16, count = 0, start = 0;
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_INCREF(text);
    Py_INCREF(self);
    made->text = text;
    made->cutter = self;
    made->count = 0;
    made->marked = PyList_New(0);
    made->starts = PyMem_New(Py_ssize_t, room + 1);
    if (made->marked == NULL || made->starts == NULL) {
        PyErr_NoMemory();
        Py_DECREF(made);
        return NULL;
    }
    for (;;) {
        uint64_t hash = 14695981039346656037u; /* as in hash_of, while the end is looked for */
        Py_ssize_t end = start;
        for (; end < length; end++) {
            Py_UCS4 letter = PyUnicode_READ(kind, data, end);
            if (letter == ' ' || letter == '\n') {
                break;
            }
            hash = (hash ^ letter) * 1099511628211u;
        }
        hash ^= hash >> 32;
        if (count == room) {
            Py_ssize_t *starts = PyMem_Resize(made->starts, Py_ssize_t, 2 * room + 1);
            if (starts == NULL) {
                PyErr_NoMemory();
                Py_DECREF(made);
                return NULL;
            }
            made->starts = starts;
            room *= 2;
        }
        made->starts[count] = start;
        if (end > start) {
            Entry *entry = known(self, hash, text, start, end);
            if (entry == NULL || (entry->begins && add_mark(made->marked, count) < 0)) {
                Py_DECREF(made);
                return NULL;
            }
        }
        count++;
        start = end + 1;
        if (end == length) {
            break;
        }
    }
    made->starts[count] = start;
    made->count = count;
    return (PyObject *)made;
}

static void
Chunks_dealloc(Chunks *self)
{
    Py_XDECREF(self->cutter);
    Py_XDECREF(self->text);
    Py_XDECREF(self->marked);
    PyMem_Free(self->starts);
    PyObject_Free(self);
}

static Py_ssize_t
Chunks_length(Chunks *self)
{
    return self->count;
}

static PyObject *
Chunks_subscript(Chunks *self, PyObject *key)
{
    if (PySlice_Check(key)) {
        Py_ssize_t start, stop, step;
        if (PySlice_Unpack(key, &start, &stop, &step) < 0) {
            return NULL;
        }
        Py_ssize_t number = PySlice_AdjustIndices(self->count, &start, &stop, step);
        PyObject *out = PyList_New(number);
        for (Py_ssize_t at = 0; out != NULL && at < number; at++, start += step) {
            PyObject *chunk = PyUnicode_Substring(self->text, self->starts[start], end_of(self, start));
            if (chunk == NULL) {
                Py_CLEAR(out);
                break;
            }
            PyList_SET_ITEM(out, at, chunk);
        }
        return out;
    }
    Py_ssize_t chunk = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (chunk == -1 && PyErr_Occurred()) {
        return NULL;
    }
    chunk += chunk < 0 ? self->count : 0;
    if (chunk < 0 || chunk >= self->count) {
        PyErr_SetString(PyExc_IndexError, "there is no such chunk");
        return NULL;
    }
    return PyUnicode_Substring(self->text, self->starts[chunk], end_of(self, chunk));
}

static PyObject *
Chunks_place(Chunks *self, PyObject *number)
{
    Py_ssize_t chunk = PyNumber_AsSsize_t(number, PyExc_IndexError);
    if (chunk == -1 && PyErr_Occurred()) {
        return NULL;
    }
    if (chunk < 0 || chunk >= self->count) {
        PyErr_SetString(PyExc_IndexError, "there is no such chunk");
        return NULL;
    }
    return PyLong_FromSsize_t(self->starts[chunk]);
}

static PyObject *
Chunks_first_from(Chunks *self, PyObject *number)
{
    Py_ssize_t place = PyNumber_AsSsize_t(number, PyExc_IndexError), low = 0, high = self->count;
    if (place == -1 && PyErr_Occurred()) {
        return NULL;
    }
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (self->starts[middle] < place) {
            low = middle + 1;
        }
        else {
            high = middle;
        }
    }
    return PyLong_FromSsize_t(low);
}

static int
count_one(Chunks *self, Py_ssize_t chunk, Py_ssize_t *counts)
{
    Cutter *cutter = self->cutter;
    Py_ssize_t start = self->starts[chunk], end = end_of(self, chunk);
    if (end == start) {
        return 0;
    }
    uint64_t hash = hash_of(PyUnicode_KIND(self->text), PyUnicode_DATA(self->text), start, end);
    Entry *entry = known(cutter, hash, self->text, start, end);
    if (entry == NULL) {
        return -1;
    }
    PyObject *tongues = entry->tongues;
    Py_XINCREF(tongues);
    if (tongues == NULL) {
        tongues = PyObject_CallOneArg(cutter->find_tongues, entry->text);
        if (tongues == NULL) {
            return -1;
        }
        if (!PyTuple_Check(tongues)) {
            Py_DECREF(tongues);
            PyErr_SetString(PyExc_TypeError, "the languages of a chunk must be a tuple of numbers");
            return -1;
        }
        entry = known(cutter, hash, self->text, start, end); /* the table may have changed meanwhile */
        if (entry == NULL) {
            Py_DECREF(tongues);
            return -1;
        }
        Py_INCREF(tongues);
        Py_XSETREF(entry->tongues, tongues);
    }
    int failed = 0;
    for (Py_ssize_t at = 0; !failed && at < PyTuple_GET_SIZE(tongues); at++) {
        Py_ssize_t number = PyLong_AsSsize_t(PyTuple_GET_ITEM(tongues, at));
        if (number < 0 || number >= cutter->languages) {
            if (!PyErr_Occurred()) {
                PyErr_SetString(PyExc_IndexError, "there is no such language");
            }
            failed = -1;
        }
        else {
            counts[number]++;
        }
    }
    Py_DECREF(tongues);
    return failed;
}

static PyObject *
Chunks_tally(Chunks *self, PyObject *args)
{
    Py_ssize_t low, high, step;
    if (!PyArg_ParseTuple(args, "nnn", &low, &high, &step)) {
        return NULL;
    }
    if (low < 0 || high > self->count || step < 1) {
        PyErr_SetString(PyExc_IndexError, "there are no such chunks");
        return NULL;
    }
    Py_ssize_t languages = self->cutter->languages;
    Py_ssize_t *counts = PyMem_Calloc((size_t)languages + 1, sizeof(Py_ssize_t));
    PyObject *out = counts == NULL ? PyErr_NoMemory() : PyList_New(languages);
    for (Py_ssize_t chunk = low; out != NULL && chunk < high; chunk += step) {
        if (count_one(self, chunk, counts) < 0) {
            Py_CLEAR(out);
        }
    }
    for (Py_ssize_t at = 0; out != NULL && at < languages; at++) {
        PyObject *number = PyLong_FromSsize_t(counts[at]);
        if (number == NULL) {
            Py_CLEAR(out);
            break;
        }
        PyList_SET_ITEM(out, at, number);
    }
    PyMem_Free(counts);
    return out;
}

/* ── the module ─────────────────────────────────────────────────────────────────────────────────────── */

static PyMethodDef Cutter_methods[] = {
    {"cut", (PyCFunction)Cutter_cut, METH_O, "The chunks of a text."},
    {NULL, NULL, 0, NULL},
};

static PyTypeObject Cutter_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._cutting.Cutter",
    .tp_doc = "Cuts texts, and remembers what it was told of each distinct chunk.",
    .tp_basicsize = sizeof(Cutter),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = PyType_GenericNew,
    .tp_init = (initproc)Cutter_init,
    .tp_traverse = (traverseproc)Cutter_traverse,
    .tp_clear = (inquiry)Cutter_clear,
    .tp_dealloc = (destructor)Cutter_dealloc,
    .tp_methods = Cutter_methods,
};

static PyMethodDef Chunks_methods[] = {
    {"place", (PyCFunction)Chunks_place, METH_O, "Where a chunk begins in the text."},
    {"first_from", (PyCFunction)Chunks_first_from, METH_O, "The first chunk that begins at a place or behind."},
    {"tally", (PyCFunction)Chunks_tally, METH_VARARGS, "How many small words of each language chunks have."},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef Chunks_members[] = {
    {"marked", T_OBJECT, offsetof(Chunks, marked), READONLY, "The chunks at which a name may begin."},
    {NULL, 0, 0, 0, NULL},
};

static PyMappingMethods Chunks_mapping = {
    .mp_length = (lenfunc)Chunks_length,
    .mp_subscript = (binaryfunc)Chunks_subscript,
};

static PyTypeObject Chunks_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._cutting.Chunks",
    .tp_doc = "The chunks of a text.",
    .tp_basicsize = sizeof(Chunks),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_dealloc = (destructor)Chunks_dealloc,
    .tp_methods = Chunks_methods,
    .tp_members = Chunks_members,
    .tp_as_mapping = &Chunks_mapping,
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "translit._cutting",
    .m_doc = "Texts cut at spaces and line ends.",
    .m_size = -1,
};

PyMODINIT_FUNC
PyInit__cutting(void)
{
    if (PyType_Ready(&Cutter_Type) < 0 || PyType_Ready(&Chunks_Type) < 0) {
        return NULL;
    }
    PyObject *made = PyModule_Create(&module);
    if (made == NULL) {
        return NULL;
    }
    Py_INCREF(&Cutter_Type);
    if (PyModule_AddObject(made, "Cutter", (PyObject *)&Cutter_Type) < 0) {
        Py_DECREF(&Cutter_Type);
        Py_DECREF(made);
        return NULL;
    }
    return made;
}
