# Run by gdb: prints what it knows of every type and file-level variable of the program, one line each.
import gdb
import json

CODES = {
    gdb.TYPE_CODE_STRUCT: "record", gdb.TYPE_CODE_UNION: "record", gdb.TYPE_CODE_ENUM: "enum",
    gdb.TYPE_CODE_PTR: "pointer", gdb.TYPE_CODE_ARRAY: "array", gdb.TYPE_CODE_FUNC: "opaque",
}


def signed(kind):
    return bool(kind.is_signed) if hasattr(kind, "is_signed") else int(gdb.Value(-1).cast(kind)) < 0


def describe(kind, depth=0):
    typedef = None
    while kind.code == gdb.TYPE_CODE_TYPEDEF or str(kind) != str(kind.unqualified()):
        if kind.code == gdb.TYPE_CODE_TYPEDEF:
            name, kind = kind.name, kind.target()
            typedef = name
        else:
            kind = kind.unqualified()
    shape = CODES.get(kind.code, "base")
    size = kind.sizeof
    if shape == "record" and kind.tag is None:
        label = typedef
    else:
        label = kind.tag if shape in ("record", "enum") else None
    label = label or "-"
    if shape == "record" and not kind.fields():
        return "opaque"
    if shape == "base":
        return "base %d%s" % (size, "" if kind.code == gdb.TYPE_CODE_FLT else " signed" if signed(kind) else " unsigned")
    if shape == "pointer":
        return "pointer" if depth > 0 else "pointer to " + describe(kind.target(), depth + 1)
    if shape == "array":
        low, high = kind.range()
        return "array %d of %s" % (high - low + 1, describe(kind.target(), depth + 1))
    if shape == "enum":
        values = ",".join("%s=%d" % (f.name, f.enumval) for f in kind.fields())
        return "enum %s %d %s" % (label, size, values)
    if shape == "opaque" or depth > 2:
        return "opaque" if shape == "opaque" else "record %s %d" % (label, size)
    fields = []
    for field in kind.fields():
        bits = ":%d" % field.bitsize if field.bitsize else ""
        fields.append("%s@%d%s %s" % (field.name or "-", field.bitpos, bits, describe(field.type, depth + 1)))
    return "record %s %d {%s}" % (label, size, "; ".join(fields))


def lines():
    seen = set()
    for name in NAMES:
        for text in ("struct " + name, "union " + name, "enum " + name, name):
            try:
                kind = gdb.lookup_type(text)
            except gdb.error:
                continue
            print("TYPE %s %s" % (name, describe(kind)))
            break
    for name in VARIABLES:
        try:
            value = gdb.parse_and_eval(name)
        except gdb.error:
            continue
        print("VARIABLE %s %#x %s" % (name, int(value.address), describe(value.type)))


lines()
