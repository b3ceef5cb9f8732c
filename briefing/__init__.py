"""Briefing: a pile of news articles to a localised, printable brief.

The rooms, from the street up; each knows those below it and none above:

    cli         argv to one call of `app`, and an exit code
    arguments   what may be written on the command line
    app         the front door: one function per thing a user can ask for
    pipeline    the order of the stages
    sources     bytes in the world to `Article`
    extract     `Article` to facts
    dossier     facts of many articles and the editor's decisions to one `Dossier`
    layout      `Dossier`, locale and template to `Manuscript`
    render      `Manuscript` to bytes
    library     one brief in one file
    locale      what a reader of some language expects
    text        letters and positions
    resources   where the shipped data files are
    model       the records that all of them pass on, the ports, the errors
"""

__version__ = "0.1.0"
