/* Spellings of one length, sorted, in one string: the same as in near.py, which says what they are for. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct {
    PyObject_HEAD
    PyObject *packed;
    Py_ssize_t length, count;
} Sorted;

enum { LONGEST = 256 };

/* Whether a spelling of the table is before what begins so (-1), begins so (0), or is behind (1). */
static int
side_of(const Sorted *self, Py_ssize_t at, int kind, const void *part, Py_ssize_t size)
{
    int own = PyUnicode_KIND(self->packed);
    const void *data = PyUnicode_DATA(self->packed);
    Py_ssize_t start = at * self->length;
    for (Py_ssize_t place = 0; place < size; place++) {
        Py_UCS4 one = PyUnicode_READ(own, data, start + place), other = PyUnicode_READ(kind, part, place);
        if (one != other) {
            return one < other ? -1 : 1;
        }
    }
    return 0;
}

/* The first spelling that begins so or is behind. */
static Py_ssize_t
first_of(const Sorted *self, int kind, const void *part, Py_ssize_t size)
{
    Py_ssize_t low = 0, high = self->count;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (side_of(self, middle, kind, part, size) < 0) {
            low = middle + 1;
        }
        else {
            high = middle;
        }
    }
    return low;
}

static int
least(int one, int other)
{
    return one < other ? one : other;
}

/* Whether so many slips at most part two spellings: a letter dropped, put in or changed, or two that stand side
   by side exchanged, none of them touched again (the optimal string alignment). */
static int
is_within(const Py_UCS4 *one, Py_ssize_t ours, const Py_UCS4 *other, Py_ssize_t theirs, int slips)
{
    int rows[3][LONGEST + 2];
    int *before = rows[0], *last = rows[1], *row = rows[2], beyond = slips + 1;
    for (Py_ssize_t at = 0; at <= theirs; at++) {
        last[at] = at > slips ? beyond : (int)at;
    }
    for (Py_ssize_t at = 1; at <= ours; at++) {
        Py_ssize_t low = at > slips ? at - slips : 1, high = at + slips < theirs ? at + slips : theirs;
        int best = beyond;
        row[low - 1] = low == 1 && at <= slips ? (int)at : beyond;
        if (low == 1) {
            best = row[0];
        }
        for (Py_ssize_t to = low; to <= high; to++) {
            int changed = last[to - 1] + (one[at - 1] != other[to - 1]);
            int found = least(changed, least(last[to], row[to - 1]) + 1);
            if (at > 1 && to > 1 && one[at - 1] == other[to - 2] && one[at - 2] == other[to - 1]) {
                found = least(found, before[to - 2] + 1);
            }
            row[to] = least(found, beyond);
            best = least(best, row[to]);
        }
        if (high < theirs) {
            row[high + 1] = beyond;
        }
        if (best > slips) {
            /* an exchange may still pass over this row */
            int passed = beyond;
            for (Py_ssize_t to = low > 1 ? low - 1 : 0; to <= high; to++) {
                passed = least(passed, last[to]);
            }
            if (passed >= slips) {
                return 0;
            }
        }
        int *free = before;
        before = last;
        last = row;
        row = free;
    }
    return last[theirs] <= slips;
}

static PyObject *
Sorted_like(Sorted *self, PyObject *args)
{
    PyObject *part, *letters;
    Py_ssize_t turned;
    int slips;
    if (!PyArg_ParseTuple(args, "UUin", &part, &letters, &slips, &turned)) {
        return NULL;
    }
    Py_ssize_t size = PyUnicode_GET_LENGTH(part), ours = PyUnicode_GET_LENGTH(letters), theirs = self->length;
    if (slips < 0 || turned < 0 || turned > theirs || size > theirs) {
        PyErr_SetString(PyExc_ValueError, "no spelling is parted so");
        return NULL;
    }
    PyObject *out = PyList_New(0);
    if (out == NULL || ours > LONGEST || theirs > LONGEST || ours > theirs + slips || theirs > ours + slips) {
        return out;
    }
    int kind = PyUnicode_KIND(part), own = PyUnicode_KIND(self->packed);
    const void *begins = PyUnicode_DATA(part), *data = PyUnicode_DATA(self->packed);
    Py_UCS4 mine[LONGEST], other[LONGEST];
    for (Py_ssize_t at = 0; at < ours; at++) {
        mine[at] = PyUnicode_READ_CHAR(letters, at);
    }
    for (Py_ssize_t at = first_of(self, kind, begins, size);
         at < self->count && side_of(self, at, kind, begins, size) == 0; at++) {
        for (Py_ssize_t to = 0; to < theirs; to++) {
            other[to] = PyUnicode_READ(own, data, at * theirs + (to + turned) % theirs);
        }
        if (!is_within(mine, ours, other, theirs, slips)) {
            continue;
        }
        PyObject *found = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, other, theirs);
        if (found == NULL || PyList_Append(out, found) < 0) {
            Py_XDECREF(found);
            Py_DECREF(out);
            return NULL;
        }
        Py_DECREF(found);
    }
    return out;
}

static PyObject *
Sorted_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"packed", "length", NULL};
    PyObject *packed;
    Py_ssize_t length;
    if (!PyArg_ParseTupleAndKeywords(args, keywords, "Un", names, &packed, &length)) {
        return NULL;
    }
    if (length < 1 || PyUnicode_GET_LENGTH(packed) % length != 0) {
        PyErr_SetString(PyExc_ValueError, "the spellings are not of that length");
        return NULL;
    }
    Sorted *self = (Sorted *)type->tp_alloc(type, 0);
    if (self != NULL) {
        Py_INCREF(packed);
        self->packed = packed;
        self->length = length;
        self->count = PyUnicode_GET_LENGTH(packed) / length;
    }
    return (PyObject *)self;
}

static void
Sorted_dealloc(Sorted *self)
{
    Py_XDECREF(self->packed);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef methods[] = {
    {"like", (PyCFunction)Sorted_like, METH_VARARGS, "Those that begin so and are like some letters."},
    {NULL, NULL, 0, NULL},
};

static PyTypeObject Sorted_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._sorted.Sorted",
    .tp_doc = "Spellings of one length, sorted, in one string.",
    .tp_basicsize = sizeof(Sorted),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = Sorted_new,
    .tp_dealloc = (destructor)Sorted_dealloc,
    .tp_methods = methods,
};

static PyModuleDef module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "translit._sorted",
    .m_doc = "Sorted spellings; see translit.near.",
    .m_size = -1,
};

PyMODINIT_FUNC
PyInit__sorted(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyType_Ready(&Sorted_Type) < 0
        || PyModule_AddObjectRef(made, "Sorted", (PyObject *)&Sorted_Type) < 0) {
        Py_XDECREF(made);
        return NULL;
    }
    return made;
}
