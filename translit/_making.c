/* Records made at once, in C: the same as in making.py, which says what it is for. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyTypeObject *made;
    Py_ssize_t count;
    Py_ssize_t *offsets; /* where an object has its fields; NULL for a tuple with names */
} Maker;

static PyObject *
Maker_call(PyObject *callable, PyObject *const *values, size_t flags, PyObject *keywords)
{
    Maker *self = (Maker *)callable;
    if (PyVectorcall_NARGS(flags) != self->count || (keywords != NULL && PyTuple_GET_SIZE(keywords) > 0)) {
        PyErr_Format(PyExc_TypeError, "%.100s has %zd fields, and each must be given by position",
                     self->made->tp_name, self->count);
        return NULL;
    }
    PyObject *made = self->made->tp_alloc(self->made, self->offsets == NULL ? self->count : 0);
    if (made == NULL) {
        return NULL;
    }
    for (Py_ssize_t at = 0; at < self->count; at++) {
        Py_INCREF(values[at]);
        if (self->offsets == NULL) {
            PyTuple_SET_ITEM(made, at, values[at]);
        }
        else {
            *(PyObject **)((char *)made + self->offsets[at]) = values[at];
        }
    }
    PyObject_GC_UnTrack(made);
    return made;
}

/* Where an object of a class has a field; -1 with an exception where that is no plain slot. */
static Py_ssize_t
offset_of(PyTypeObject *made, PyObject *name)
{
    PyObject *found = PyObject_GetAttr((PyObject *)made, name);
    if (found == NULL) {
        return -1;
    }
    PyMemberDef *member = NULL;
    if (Py_IS_TYPE(found, &PyMemberDescr_Type)) {
        member = ((PyMemberDescrObject *)found)->d_member;
    }
    Py_ssize_t offset = member != NULL && member->type == T_OBJECT_EX ? member->offset : -1;
    Py_DECREF(found);
    if (offset < 0) {
        PyErr_Format(PyExc_TypeError, "%.100s has no slot %R", made->tp_name, name);
    }
    return offset;
}

static PyObject *
Maker_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"made", "fields", NULL};
    PyTypeObject *made;
    PyObject *fields;
    if (!PyArg_ParseTupleAndKeywords(args, keywords, "O!O!", names, &PyType_Type, &made, &PyTuple_Type, &fields)) {
        return NULL;
    }
    int row = PyType_HasFeature(made, Py_TPFLAGS_TUPLE_SUBCLASS) && made->tp_dictoffset == 0;
    if (!PyType_HasFeature(made, Py_TPFLAGS_HEAPTYPE) || !PyType_IS_GC(made) || (made->tp_itemsize != 0 && !row)) {
        PyErr_Format(PyExc_TypeError, "%.100s is no class of records", made->tp_name);
        return NULL;
    }
    Maker *self = (Maker *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->call = Maker_call;
    Py_INCREF(made);
    self->made = made;
    self->count = PyTuple_GET_SIZE(fields);
    self->offsets = row ? NULL : PyMem_New(Py_ssize_t, self->count + 1);
    if (self->offsets == NULL && !row) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t at = 0; at < self->count && !row; at++) {
        self->offsets[at] = offset_of(made, PyTuple_GET_ITEM(fields, at));
        if (self->offsets[at] < 0) {
            Py_DECREF(self);
            return NULL;
        }
    }
    return (PyObject *)self;
}

static void
Maker_dealloc(Maker *self)
{
    PyMem_Free(self->offsets);
    Py_XDECREF(self->made);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
single(PyObject *module, PyObject *value)
{
    PyObject *made = PyTuple_Pack(1, value);
    if (made != NULL) {
        PyObject_GC_UnTrack(made);
    }
    return made;
}

static PyMethodDef functions[] = {
    {"single", single, METH_O, "A tuple of one record."},
    {NULL, NULL, 0, NULL},
};

static PyTypeObject Maker_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._making.Maker",
    .tp_doc = "Makes records of a class of their fields.",
    .tp_basicsize = sizeof(Maker),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_new = Maker_new,
    .tp_dealloc = (destructor)Maker_dealloc,
    .tp_call = PyVectorcall_Call,
    .tp_vectorcall_offset = offsetof(Maker, call),
};

static PyModuleDef module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "translit._making",
    .m_doc = "Records made at once; see translit.making.",
    .m_size = -1,
    .m_methods = functions,
};

PyMODINIT_FUNC
PyInit__making(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyType_Ready(&Maker_Type) < 0 || PyModule_AddObjectRef(made, "Maker", (PyObject *)&Maker_Type) < 0) {
        Py_XDECREF(made);
        return NULL;
    }
    return made;
}
