/* Texts cut at spaces and line ends, in C: the same as in cutting.py, which says what it is for.

   A Cutter keeps what it was told of each distinct chunk in a Store, so that a chunk met again costs no Python
   object. The Chunks of a text are where they begin, and the numbers of what is known of them. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

#include <stdint.h>

/* ── what is known of each distinct chunk ───────────────────────────────────────────────────────────── */

enum { UNASKED = -1, NO = 0, YES = 1 };

/* A chunk, or a run of words that may be a name. */
typedef struct {
    uint64_t hash;
    PyObject *text;
    PyObject *tongues; /* a tuple of numbers; NULL until asked for */
    PyObject *found;   /* what a run of words is; NULL until asked for */
    signed char begins, addresses, calm, opens, letters;
} Entry;

/* What is remembered, kept as long as the chunks of some text point there. */
typedef struct {
    Py_ssize_t users;
    Entry *entries;
    uint32_t count, room;
    uint32_t *table; /* the numbers of the entries, each one higher; 0 where the place is free */
    size_t mask;
    Py_ssize_t size;
} Store;

enum { QUESTIONS = 5, BEGINS = 0, CALM = 1, OPENS = 2, RUN = 3, TONGUES = 4 };

typedef struct {
    PyObject_HEAD
    PyObject *ask[QUESTIONS];
    Py_ssize_t languages;
    Py_ssize_t kept; /* code points that may be remembered, with what each string costs besides */
    Store *store;
} Cutter;

enum { COST = 40, FIRST = 1 << 12, MARKED = 1, ADDRESSED = 2 };

static const uint64_t SEED = 14695981039346656037u, PRIME = 1099511628211u; /* FNV-1a */

static uint64_t
hash_of(int kind, const void *data, Py_ssize_t start, Py_ssize_t end)
{
    uint64_t hash = SEED;
    for (Py_ssize_t at = start; at < end; at++) {
        hash = (hash ^ PyUnicode_READ(kind, data, at)) * PRIME;
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
    if (own == kind) {
        return memcmp(letters, (const char *)data + start * kind, (size_t)((end - start) * kind)) == 0;
    }
    for (Py_ssize_t at = start; at < end; at++) {
        if (PyUnicode_READ(kind, data, at) != PyUnicode_READ(own, letters, at - start)) {
            return 0;
        }
    }
    return 1;
}

static Store *
new_store(void)
{
    Store *made = PyMem_Calloc(1, sizeof(Store));
    if (made != NULL) {
        made->users = 1;
        made->room = FIRST / 2;
        made->mask = FIRST - 1;
        made->entries = PyMem_New(Entry, made->room);
        made->table = PyMem_Calloc(FIRST, sizeof(uint32_t));
    }
    if (made == NULL || made->entries == NULL || made->table == NULL) {
        PyErr_NoMemory();
        if (made != NULL) {
            PyMem_Free(made->entries);
            PyMem_Free(made->table);
        }
        PyMem_Free(made);
        return NULL;
    }
    return made;
}

static void
leave(Store *store)
{
    if (store == NULL || --store->users > 0) {
        return;
    }
    for (uint32_t at = 0; at < store->count; at++) {
        Py_XDECREF(store->entries[at].text);
        Py_XDECREF(store->entries[at].tongues);
        Py_XDECREF(store->entries[at].found);
    }
    PyMem_Free(store->entries);
    PyMem_Free(store->table);
    PyMem_Free(store);
}

/* The place in the table of the number of an entry, or the free one where it belongs. */
static uint32_t *
place_of(const Store *store, uint64_t hash, int kind, const void *data, Py_ssize_t start, Py_ssize_t end)
{
    size_t at = hash & store->mask;
    for (;;) {
        uint32_t number = store->table[at];
        if (number == 0) {
            return &store->table[at];
        }
        const Entry *entry = &store->entries[number - 1];
        if (entry->hash == hash && is_text(entry->text, kind, data, start, end)) {
            return &store->table[at];
        }
        at = (at + 1) & store->mask;
    }
}

/* Room for one entry more. */
static int
make_room(Store *store)
{
    if (store->count < store->room) {
        return 0;
    }
    if (store->room > UINT32_MAX / 4) {
        PyErr_NoMemory();
        return -1;
    }
    size_t places = (size_t)store->room * 4;
    uint32_t *table = PyMem_Calloc(places, sizeof(uint32_t));
    Entry *entries = table == NULL ? NULL : PyMem_Resize(store->entries, Entry, store->room * 2);
    if (entries == NULL) {
        PyMem_Free(table);
        PyErr_NoMemory();
        return -1;
    }
    for (uint32_t number = 0; number < store->count; number++) {
        size_t to = entries[number].hash & (places - 1);
        while (table[to] != 0) {
            to = (to + 1) & (places - 1);
        }
        table[to] = number + 1;
    }
    PyMem_Free(store->table);
    store->table = table;
    store->mask = places - 1;
    store->entries = entries;
    store->room *= 2;
    return 0;
}

/* The number of the entry of a part of a text; -1 with an exception where there is no room for it. */
static Py_ssize_t
entry_of(Store *store, uint64_t hash, PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    uint32_t *place = place_of(store, hash, kind, data, start, end);
    if (*place != 0) {
        return *place - 1;
    }
    if (make_room(store) < 0) {
        return -1;
    }
    PyObject *part = PyUnicode_Substring(text, start, end);
    if (part == NULL) {
        return -1;
    }
    int letters = end > start;
    for (Py_ssize_t at = start; letters && at < end; at++) {
        letters = Py_UNICODE_ISALPHA(PyUnicode_READ(kind, data, at)) != 0;
    }
    store->entries[store->count] = (Entry){
        hash, part, NULL, NULL, UNASKED, NO, UNASKED, UNASKED, letters ? YES : NO,
    };
    store->size += (end - start) + COST;
    place = place_of(store, hash, kind, data, start, end);
    *place = ++store->count;
    return store->count - 1;
}

/* What whoever knows says of an entry. */
static PyObject *
answer_of(Cutter *self, Store *store, Py_ssize_t number, int question)
{
    PyObject *text = store->entries[number].text; /* while somebody is asked, the entries may be moved */
    return PyObject_CallOneArg(self->ask[question], text);
}

/* Whether it is so, as whoever knows says; -1 with an exception where that fails. */
static int
truth_of(Cutter *self, Store *store, Py_ssize_t number, int question)
{
    PyObject *found = answer_of(self, store, number, question);
    int is_so = found == NULL ? -1 : PyObject_IsTrue(found);
    Py_XDECREF(found);
    return is_so;
}

static int
ask_begins(Cutter *self, Store *store, Py_ssize_t number)
{
    if (store->entries[number].begins == UNASKED) {
        PyObject *found = answer_of(self, store, number, BEGINS);
        long flags = found == NULL ? -1 : PyLong_AsLong(found);
        Py_XDECREF(found);
        if (PyErr_Occurred()) {
            return -1;
        }
        store->entries[number].begins = flags & MARKED ? YES : NO;
        store->entries[number].addresses = flags & ADDRESSED ? YES : NO;
    }
    return 0;
}

static int
is_calm(Cutter *self, Store *store, Py_ssize_t number)
{
    if (store->entries[number].calm == UNASKED) {
        int calm = truth_of(self, store, number, CALM);
        if (calm < 0) {
            return -1;
        }
        store->entries[number].calm = calm ? YES : NO;
    }
    return store->entries[number].calm;
}

static int
opens(Cutter *self, Store *store, Py_ssize_t number)
{
    if (store->entries[number].opens == UNASKED) {
        int found = truth_of(self, store, number, OPENS);
        if (found < 0) {
            return -1;
        }
        store->entries[number].opens = found ? YES : NO;
    }
    return store->entries[number].opens;
}

static int
Cutter_init(Cutter *self, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"begins", "calm", "opens", "run", "tongues", "languages", "kept", NULL};
    PyObject *ask[QUESTIONS];
    Py_ssize_t languages, kept;
    if (!PyArg_ParseTupleAndKeywords(args, keywords, "OOOOOnn", names, &ask[BEGINS], &ask[CALM], &ask[OPENS],
                                     &ask[RUN], &ask[TONGUES], &languages, &kept)) {
        return -1;
    }
    Store *store = new_store();
    if (store == NULL) {
        return -1;
    }
    for (int question = 0; question < QUESTIONS; question++) {
        Py_INCREF(ask[question]);
        Py_XSETREF(self->ask[question], ask[question]);
    }
    self->languages = languages;
    self->kept = kept;
    leave(self->store);
    self->store = store;
    return 0;
}

static int
Cutter_traverse(Cutter *self, visitproc visit, void *arg)
{
    for (int question = 0; question < QUESTIONS; question++) { /* what is remembered is in no cycle */
        Py_VISIT(self->ask[question]);
    }
    return 0;
}

static int
Cutter_clear(Cutter *self)
{
    for (int question = 0; question < QUESTIONS; question++) {
        Py_CLEAR(self->ask[question]);
    }
    return 0;
}

static void
Cutter_dealloc(Cutter *self)
{
    PyObject_GC_UnTrack(self);
    Cutter_clear(self);
    leave(self->store);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* ── the chunks of one text ─────────────────────────────────────────────────────────────────────────── */

typedef struct {
    PyObject_HEAD
    Cutter *cutter;
    Store *store;
    PyObject *text;
    PyObject *addresses; /* whether an address may stand in any of them */
    Py_ssize_t *starts;  /* and last where one more would begin */
    uint32_t *numbers;   /* of what is known of each */
    Py_ssize_t count;
} Chunks;

static PyTypeObject Chunks_Type;

static Py_ssize_t
end_of(const Chunks *self, Py_ssize_t chunk)
{
    return self->starts[chunk + 1] - 1;
}

/* The text of a chunk: all chunks like it share one string. */
static PyObject *
text_of(const Chunks *self, Py_ssize_t chunk)
{
    return self->store->entries[self->numbers[chunk]].text;
}

/* Where the chunk ends that begins somewhere; ``hash`` is made on the way. */
static Py_ssize_t
find_end(int kind, const void *data, Py_ssize_t start, Py_ssize_t length, uint64_t *hash)
{
    uint64_t made = SEED;
    Py_ssize_t end = start;
    if (kind == PyUnicode_1BYTE_KIND) {
        const Py_UCS1 *letters = data;
        for (; end < length && letters[end] != ' ' && letters[end] != '\n'; end++) {
            made = (made ^ letters[end]) * PRIME;
        }
    }
    else {
        for (; end < length; end++) {
            Py_UCS4 letter = PyUnicode_READ(kind, data, end);
            if (letter == ' ' || letter == '\n') {
                break;
            }
            made = (made ^ letter) * PRIME;
        }
    }
    *hash = made ^ (made >> 32);
    return end;
}

/* Room for one chunk more, and for where it ends. */
static int
grow(Chunks *self, Py_ssize_t *room)
{
    if (self->count < *room) {
        return 0;
    }
    Py_ssize_t *starts = PyMem_Resize(self->starts, Py_ssize_t, 2 * *room + 1);
    if (starts != NULL) {
        self->starts = starts;
    }
    uint32_t *numbers = starts == NULL ? NULL : PyMem_Resize(self->numbers, uint32_t, 2 * *room + 1);
    if (numbers == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    self->numbers = numbers;
    *room *= 2;
    return 0;
}

static int
cut_into(Chunks *self)
{
    PyObject *text = self->text;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), room = length / 4 + 16, start = 0;
    int kind = PyUnicode_KIND(text), addresses = 0;
    const void *data = PyUnicode_DATA(text);
    self->starts = PyMem_New(Py_ssize_t, room + 1);
    self->numbers = PyMem_New(uint32_t, room + 1);
    if (self->starts == NULL || self->numbers == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (;;) {
        uint64_t hash;
        Py_ssize_t end = find_end(kind, data, start, length, &hash);
        if (grow(self, &room) < 0) {
            return -1;
        }
        Py_ssize_t number = entry_of(self->store, hash, text, start, end);
        if (number < 0) {
            return -1;
        }
        if (end > start) {
            if (ask_begins(self->cutter, self->store, number) < 0) {
                return -1;
            }
            addresses |= self->store->entries[number].addresses == YES;
        }
        self->starts[self->count] = start;
        self->numbers[self->count++] = (uint32_t)number;
        start = end + 1;
        if (end == length) {
            break;
        }
    }
    self->starts[self->count] = start;
    self->addresses = PyBool_FromLong(addresses);
    return self->addresses == NULL ? -1 : 0;
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
    if (self->store == NULL) {
        PyErr_SetString(PyExc_TypeError, "this cutter has not been told whom to ask");
        return NULL;
    }
    if (self->store->size > self->kept) {
        Store *store = new_store();
        if (store == NULL) {
            return NULL;
        }
        leave(self->store);
        self->store = store;
    }
    Chunks *made = PyObject_New(Chunks, &Chunks_Type);
    if (made == NULL) {
        return NULL;
    }
    Py_INCREF(self);
    Py_INCREF(text);
    made->cutter = self;
    made->text = text;
    made->store = self->store;
    made->store->users++;
    made->addresses = NULL;
    made->starts = NULL;
    made->numbers = NULL;
    made->count = 0;
    if (cut_into(made) < 0) {
        Py_DECREF(made);
        return NULL;
    }
    return (PyObject *)made;
}

static void
Chunks_dealloc(Chunks *self)
{
    leave(self->store);
    Py_XDECREF(self->cutter);
    Py_XDECREF(self->text);
    Py_XDECREF(self->addresses);
    PyMem_Free(self->starts);
    PyMem_Free(self->numbers);
    PyObject_Free(self);
}

static Py_ssize_t
Chunks_length(Chunks *self)
{
    return self->count;
}

/* The chunk that a number names; -1 with an exception where there is none. */
static Py_ssize_t
chunk_of(const Chunks *self, PyObject *number)
{
    Py_ssize_t chunk = PyNumber_AsSsize_t(number, PyExc_IndexError);
    if (chunk == -1 && PyErr_Occurred()) {
        return -1;
    }
    if (chunk < 0 || chunk >= self->count) {
        PyErr_SetString(PyExc_IndexError, "there is no such chunk");
        return -1;
    }
    return chunk;
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
            PyObject *chunk = text_of(self, start);
            Py_INCREF(chunk);
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
    PyObject *text = text_of(self, chunk);
    Py_INCREF(text);
    return text;
}

static PyObject *
Chunks_place(Chunks *self, PyObject *number)
{
    Py_ssize_t chunk = chunk_of(self, number);
    return chunk < 0 ? NULL : PyLong_FromSsize_t(self->starts[chunk]);
}

static PyObject *
Chunks_marked_from(Chunks *self, PyObject *number)
{
    Py_ssize_t chunk = PyNumber_AsSsize_t(number, PyExc_IndexError);
    if (chunk == -1 && PyErr_Occurred()) {
        return NULL;
    }
    Store *store = self->store;
    for (chunk = chunk < 0 ? 0 : chunk; chunk < self->count; chunk++) {
        if (store->entries[self->numbers[chunk]].begins != YES) {
            continue;
        }
        if (chunk + 1 == self->count || store->entries[self->numbers[chunk + 1]].letters != YES) {
            break;
        }
        int first = opens(self->cutter, store, self->numbers[chunk]);
        if (first != NO) { /* what begins a name is not calm */
            if (first < 0) {
                return NULL;
            }
            break;
        }
        int calm = is_calm(self->cutter, store, self->numbers[chunk]);
        if (calm < 0) {
            return NULL;
        }
        if (calm == NO) {
            break;
        }
    }
    return PyLong_FromSsize_t(chunk < self->count ? chunk : self->count);
}

static PyObject *
Chunks_begins(Chunks *self, PyObject *number)
{
    Py_ssize_t chunk = chunk_of(self, number);
    return chunk < 0 ? NULL : PyBool_FromLong(self->store->entries[self->numbers[chunk]].begins == YES);
}

static PyObject *
Chunks_foreign(Chunks *self, PyObject *none)
{
    PyObject *out = PyList_New(0);
    Py_ssize_t count = PyUnicode_IS_ASCII(self->text) ? 0 : self->count;
    for (Py_ssize_t chunk = 0; out != NULL && chunk < count; chunk++) {
        const Entry *entry = &self->store->entries[self->numbers[chunk]];
        if (entry->begins != YES || PyUnicode_IS_ASCII(entry->text)) {
            continue;
        }
        PyObject *number = PyLong_FromSsize_t(chunk);
        if (number == NULL || PyList_Append(out, number) < 0) {
            Py_CLEAR(out);
        }
        Py_XDECREF(number);
    }
    return out;
}

static int
is_tail(Py_UCS4 letter)
{
    return letter == '.' || letter == ',' || letter == ';' || letter == ':' || letter == '!' || letter == '?';
}

/* What some words of a text are, as whoever knows says: a new reference. */
static PyObject *
ask_run(Chunks *self, Py_ssize_t start, Py_ssize_t end)
{
    Store *store = self->store;
    uint64_t hash = hash_of(PyUnicode_KIND(self->text), PyUnicode_DATA(self->text), start, end);
    Py_ssize_t number = entry_of(store, hash, self->text, start, end);
    if (number < 0) {
        return NULL;
    }
    if (store->entries[number].found == NULL) {
        PyObject *found = answer_of(self->cutter, store, number, RUN);
        if (found == NULL) {
            return NULL;
        }
        Py_XSETREF(store->entries[number].found, found);
    }
    Py_INCREF(store->entries[number].found);
    return store->entries[number].found;
}

static PyObject *
Chunks_run(Chunks *self, PyObject *args)
{
    PyObject *first;
    Py_ssize_t words;
    if (!PyArg_ParseTuple(args, "On", &first, &words)) {
        return NULL;
    }
    Py_ssize_t chunk = chunk_of(self, first);
    if (chunk < 0) {
        return NULL;
    }
    int kind = PyUnicode_KIND(self->text);
    const void *data = PyUnicode_DATA(self->text);
    Py_ssize_t start = self->starts[chunk];
    int may = end_of(self, chunk) > start ? opens(self->cutter, self->store, self->numbers[chunk]) : NO;
    if (may < 0) {
        return NULL;
    }
    for (Py_ssize_t last = chunk + 1; may == YES && last < self->count && last < chunk + words; last++) {
        Py_ssize_t begin = self->starts[last], end = end_of(self, last);
        int tail = end > begin && is_tail(PyUnicode_READ(kind, data, end - 1));
        if (PyUnicode_READ(kind, data, begin - 1) != ' ') {
            break;
        }
        PyObject *found = ask_run(self, start, end - tail);
        if (found == NULL) {
            return NULL;
        }
        int is_so = found != Py_None && PyObject_IsTrue(found);
        if (is_so > 0) {
            return Py_BuildValue("(nnN)", last, end - tail, found);
        }
        if (is_so < 0 || found == Py_None || tail) {
            Py_DECREF(found);
            if (is_so < 0) {
                return NULL;
            }
            break;
        }
        Py_DECREF(found);
    }
    Py_RETURN_NONE;
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
    Store *store = self->store;
    uint32_t number = self->numbers[chunk];
    if (store->entries[number].tongues == NULL) {
        PyObject *found = answer_of(self->cutter, store, number, TONGUES);
        if (found == NULL) {
            return -1;
        }
        if (!PyTuple_Check(found)) {
            Py_DECREF(found);
            PyErr_SetString(PyExc_TypeError, "the languages of a chunk must be a tuple of numbers");
            return -1;
        }
        Py_XSETREF(store->entries[number].tongues, found);
    }
    PyObject *tongues = store->entries[number].tongues;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(tongues); at++) {
        Py_ssize_t language = PyLong_AsSsize_t(PyTuple_GET_ITEM(tongues, at));
        if (language < 0 || language >= self->cutter->languages) {
            if (!PyErr_Occurred()) {
                PyErr_SetString(PyExc_IndexError, "there is no such language");
            }
            return -1;
        }
        counts[language]++;
    }
    return 0;
}

/* How many small words of each language every so many of some chunks have; to be freed. */
static Py_ssize_t *
counts_of(Chunks *self, Py_ssize_t low, Py_ssize_t high, Py_ssize_t step)
{
    if (low < 0 || high > self->count || step < 1) {
        PyErr_SetString(PyExc_IndexError, "there are no such chunks");
        return NULL;
    }
    Py_ssize_t *counts = PyMem_Calloc((size_t)self->cutter->languages + 1, sizeof(Py_ssize_t));
    if (counts == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    for (Py_ssize_t chunk = low; chunk < high; chunk += step) {
        if (count_one(self, chunk, counts) < 0) {
            PyMem_Free(counts);
            return NULL;
        }
    }
    return counts;
}

static PyObject *
Chunks_tally(Chunks *self, PyObject *args)
{
    Py_ssize_t low, high, step;
    if (!PyArg_ParseTuple(args, "nnn", &low, &high, &step)) {
        return NULL;
    }
    Py_ssize_t *counts = counts_of(self, low, high, step);
    PyObject *out = counts == NULL ? NULL : PyList_New(self->cutter->languages);
    for (Py_ssize_t at = 0; out != NULL && at < self->cutter->languages; at++) {
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

/* Those of some languages that are counted most, or almost as often: a new tuple; ``most`` is how often. */
static PyObject *
leading(const Py_ssize_t *counts, PyObject *languages, double share, Py_ssize_t *most)
{
    Py_ssize_t given = PyTuple_GET_SIZE(languages), found = 0;
    PyObject *out = PyTuple_New(given);
    for (int pass = 0; out != NULL && pass < 2; pass++) {
        for (Py_ssize_t at = 0; at < given; at++) {
            PyObject *language = PyTuple_GET_ITEM(languages, at);
            Py_ssize_t number = PyLong_AsSsize_t(language);
            if (number == -1 && PyErr_Occurred()) {
                Py_DECREF(out);
                return NULL;
            }
            if (pass == 0) {
                *most = counts[number] > *most ? counts[number] : *most;
            }
            else if (*most > 0 && (double)counts[number] >= share * (double)*most) {
                Py_INCREF(language);
                PyTuple_SET_ITEM(out, found++, language);
            }
        }
    }
    if (out != NULL && found < given) {
        _PyTuple_Resize(&out, found);
    }
    return out;
}

static PyObject *
Chunks_foremost(Chunks *self, PyObject *args)
{
    Py_ssize_t low, high, step, most = 0;
    PyObject *languages;
    double share;
    if (!PyArg_ParseTuple(args, "nnnO!d", &low, &high, &step, &PyTuple_Type, &languages, &share)) {
        return NULL;
    }
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(languages); at++) {
        Py_ssize_t number = PyLong_AsSsize_t(PyTuple_GET_ITEM(languages, at));
        if (number < 0 || number >= self->cutter->languages) {
            if (!PyErr_Occurred()) {
                PyErr_SetString(PyExc_IndexError, "there is no such language");
            }
            return NULL;
        }
    }
    Py_ssize_t *counts = counts_of(self, low, high, step);
    PyObject *out = counts == NULL ? NULL : leading(counts, languages, share, &most);
    PyMem_Free(counts);
    return out == NULL ? NULL : Py_BuildValue("(nN)", most, out);
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
    {"marked_from", (PyCFunction)Chunks_marked_from, METH_O, "The next chunk at which a name may begin."},
    {"foreign", (PyCFunction)Chunks_foreign, METH_NOARGS, "Those of other letters than ASCII."},
    {"begins", (PyCFunction)Chunks_begins, METH_O, "Whether a name may begin in a chunk."},
    {"run", (PyCFunction)Chunks_run, METH_VARARGS, "The name of several words that a chunk begins."},
    {"tally", (PyCFunction)Chunks_tally, METH_VARARGS, "How many small words of each language chunks have."},
    {"foremost", (PyCFunction)Chunks_foremost, METH_VARARGS, "The languages of which they have the most."},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef Chunks_members[] = {
    {"addresses", T_OBJECT, offsetof(Chunks, addresses), READONLY, "Whether an address may stand in any."},
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
