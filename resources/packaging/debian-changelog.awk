# The changelog of the Debian package, out of CHANGELOG.md: awk -v maintainer=… -v now="$(date -R)" -f … CHANGELOG.md
# Headings are releases, paragraphs and points become points, in lines of 78 columns at most.

function wrapped(text, indent,    words, count, i, line) {
    count = split(text, words, " ")
    line = indent
    for (i = 1; i <= count; ++i) {
        if (length(line) + length(words[i]) + 1 > 78 && line !~ /^ *$/) {
            print line
            line = "   "
        }
        line = line " " words[i]
    }
    print line
}
function endPoint() {
    if (point != "") wrapped(point, "  *")
    point = ""
}
function endRelease() {
    endPoint()
    if (version != "") printf "\n -- %s  %s\n", maintainer, date
}

/^## / {
    endRelease()
    if (version != "") print ""
    version = $2
    date = now
    released = $0
    gsub(/^.*\(|\).*$/, "", released)
    if (released ~ /^[0-9]+-[0-9]+-[0-9]+$/) {
        command = "date -R -u -d " released
        command | getline date
        close(command)
    }
    printf "interleave (%s) bookworm; urgency=medium\n\n", version
    next
}
version == "" { next }
/^$/ { endPoint(); next }
{
    if (sub(/^- /, "")) endPoint()
    gsub(/`/, "")
    gsub(/^ +/, "")
    point = (point == "" ? $0 : point " " $0)
}
END { endRelease() }
