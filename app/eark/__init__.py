"""Packages to hand in to an archive (SIP), as E-ARK and so FGS Paketstruktur 2.0 want them."""
