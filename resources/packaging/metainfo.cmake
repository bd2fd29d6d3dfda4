# Completes the metadata for software centres: releases as CHANGELOG.md tells them, and where the project is on the web.
#   cmake -D TEMPLATE=… -D HISTORY=CHANGELOG.md -D HOMEPAGE=… -D OUTPUT=… -P metainfo.cmake
# A release is a heading, "## 1.2.0 (2027-01-31)" or "## 1.2.0 (not yet released)", and the paragraph below it.
file(READ ${HISTORY} history)
string(REPLACE ";" "," history "${history}")
string(REGEX MATCHALL "\n## [^\n]+\n\n[^-\n][^\n]*" entries "${history}")
if(NOT entries)
    message(FATAL_ERROR "${HISTORY} has no heading like \"## 1.2.0 (2027-01-31)\" with a paragraph below it")
endif()
string(APPEND RELEASES "  <releases>\n")
foreach(entry IN LISTS entries)
    string(REGEX MATCH "## ([0-9.]+) \\(([^)]*)\\)\n\n(.*)" matched "${entry}")
    if(NOT matched)
        message(FATAL_ERROR "${HISTORY}: a heading has to read like \"## 1.2.0 (2027-01-31)\"; this one does not:${entry}")
    endif()
    set(version "${CMAKE_MATCH_1}")
    set(date "${CMAKE_MATCH_2}")
    string(REPLACE "&" "&amp;" about "${CMAKE_MATCH_3}")
    string(REPLACE "<" "&lt;" about "${about}")
    string(REPLACE "`" "" about "${about}")
    set(kind stable)
    if(NOT date MATCHES "^[0-9]+-[0-9]+-[0-9]+$")
        set(kind development)
        string(TIMESTAMP date "%Y-%m-%d" UTC)
    endif()
    string(APPEND RELEASES "    <release version=\"${version}\" type=\"${kind}\" date=\"${date}\">\n"
        "      <description><p>${about}</p></description>\n    </release>\n")
endforeach()
string(APPEND RELEASES "  </releases>\n")

# Pictures need an address; without one there are none.
if(HOMEPAGE)
    string(REGEX REPLACE "/$" "" HOMEPAGE "${HOMEPAGE}")
    set(ON_THE_WEB "  <url type=\"homepage\">${HOMEPAGE}</url>
  <url type=\"bugtracker\">${HOMEPAGE}/issues</url>
  <screenshots>
    <screenshot type=\"default\">
      <caption>Two threads in a deadlock</caption>
      <caption xml:lang=\"zh-CN\">两个线程陷入死锁</caption>
      <image>${HOMEPAGE}/raw/main/resources/screenshots/deadlock-light.png</image>
    </screenshot>
    <screenshot>
      <caption>The same in the dark theme</caption>
      <caption xml:lang=\"zh-CN\">深色主题</caption>
      <image>${HOMEPAGE}/raw/main/resources/screenshots/deadlock-dark.png</image>
    </screenshot>
  </screenshots>
")
endif()
configure_file(${TEMPLATE} ${OUTPUT} @ONLY)
